"""``evaluate bitext``: the figures, on data small enough to work out by hand and on a real file."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from mt_audit.errors import UsageError
from mt_audit.evaluate.base import SUITES
from mt_audit.evaluate.bitext import hybrid, precision_at_1, without_hubs


def test_precision_counts_rows_and_columns_apart():
    scores = np.array([[0.9, 0.1, 0.0], [0.95, 0.5, 0.0], [0.2, 0.4, 0.3]], dtype=np.float32)
    assert precision_at_1(scores) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_tie_is_a_miss():
    assert precision_at_1(np.ones((2, 2), dtype=np.float32)) == (0.0, 0.0)


def test_hub_is_pulled_down():
    scores = np.array([[0.6, 0.45, 0.1], [0.7, 0.65, 0.1], [0.7, 0.2, 0.6]], dtype=np.float32)
    assert precision_at_1(scores)[0] == pytest.approx(1 / 3)
    assert precision_at_1(without_hubs(scores, 3))[0] == pytest.approx(1.0)


def test_lexical_evidence_settles_what_vectors_leave_open():
    dense = np.array([[0.5, 0.5], [0.5, 0.5]], dtype=np.float32) + np.array([[0, 0.01], [0, 0]], dtype=np.float32)
    assert precision_at_1(hybrid(dense, np.eye(2, dtype=np.float32), weight=2.0)) == (1.0, 1.0)


def test_command_prints_one_json_object(tmp_path, capsys):
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "The president resigned.\tاستقال الرئيس.\n"
        "Oil prices rose.\tارتفعت أسعار النفط.\n"
        "Police arrested him.\tاعتقلته الشرطة.\n",
        encoding="utf-8",
    )
    for use_lexicon in (False, True):
        SUITES["bitext"](path, use_lexicon=use_lexicon, encoder=None)
        found = json.loads(capsys.readouterr().out)
        assert (found["suite"], found["n"]) == ("bitext", 3)
        assert found["ar_to_en"]["precision_at_1"] == found["en_to_ar"]["precision_at_1"] == 1.0
        assert "encoder:mt-audit-static-en-ar@" in found["signature"]


def test_one_pair_is_refused(tmp_path):
    path = tmp_path / "one.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write("one\tواحد\n")
    with pytest.raises(UsageError, match="fewer than two"):
        SUITES["bitext"](path, use_lexicon=False, encoder=None)


def test_news_figures_hold(shared, capsys):
    floors = {"ntrex_dev": (0.94, 0.985), "health_test": (0.9, 0.985)}
    for name, (dense, both) in floors.items():
        for use_lexicon, floor in ((False, dense), (True, both)):
            SUITES["bitext"](shared / "data" / "eval" / f"{name}.tsv.gz", use_lexicon=use_lexicon, encoder=None)
            found = json.loads(capsys.readouterr().out)
            assert found["ar_to_en"]["precision_at_1"] >= floor
            assert found["en_to_ar"]["precision_at_1"] >= floor
