"""Trees run by numpy give what scikit-learn gives."""

from __future__ import annotations

import numpy as np
import pytest

from mt_audit.engine.trees import Trees
from mt_audit.errors import EngineError


def test_a_tree_is_walked_to_its_leaves():
    arrays = {
        "feature": np.array([[0, 0, 0]], np.int16),
        "threshold": np.array([[0.5, 0.0, 0.0]], np.float32),
        "left": np.array([[1, 1, 2]], np.int16),
        "right": np.array([[2, 1, 2]], np.int16),
        "value": np.array([[0.0, -1.0, 2.0]], np.float32),
        "baseline": np.array([0.5]),
        "columns": np.array([2]),
    }
    trees = Trees(arrays)
    assert trees.depth == 1
    assert trees.odds(np.array([[0.4, 9.0], [0.6, 9.0]], np.float32)).tolist() == [-0.5, 2.5]
    with pytest.raises(EngineError):
        trees.odds(np.zeros((1, 3), np.float32))


def test_the_same_as_the_library_that_grew_them():
    pytest.importorskip("sklearn")
    from sklearn.ensemble import HistGradientBoostingClassifier

    from mt_audit.training.sense import grown

    random = np.random.default_rng(3)
    rows = random.normal(size=(600, 4)).astype(np.float32)
    labels = rows[:, 0] * rows[:, 1] > 0.2
    settings = {
        "max_iter": 12,
        "max_leaf_nodes": 7,
        "learning_rate": 0.1,
        "l2_regularization": 1.0,
        "min_samples_leaf": 20,
    }
    trees = Trees(grown(rows, labels, **settings))
    library = HistGradientBoostingClassifier(random_state=1, **settings).fit(rows, labels)
    assert np.allclose(trees.probability(rows), library.predict_proba(rows)[:, 1], atol=1e-4)


def test_a_missing_file_is_one_clear_sentence(tmp_path):
    with pytest.raises(EngineError, match="cannot be read"):
        Trees.load(tmp_path / "none.npz")
