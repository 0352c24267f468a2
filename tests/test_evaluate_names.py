"""The suites of names and of gender."""

from __future__ import annotations

import json

import numpy as np
import pytest

from mt_audit.errors import UsageError
from mt_audit.evaluate import names as suite_names
from mt_audit.evaluate.gender import gender
from mt_audit.evaluate.names import area, names


def test_area_is_the_chance_that_right_beats_wrong():
    assert area(np.array([0.9, 0.8]), np.array([0.1, 0.2])) == 1.0
    assert area(np.array([0.5]), np.array([0.5])) == 0.5
    assert area(np.array([0.1, 0.9]), np.array([0.5])) == 0.5


def test_names_finds_the_right_arabic(tmp_path):
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        "en\tar\nPutin\tبوتين\nMerkel\tميركل\nSteve Witkoff\tستيف ويتكوف\nShemetov\tشيميتوف\nObama\tأوباما\n",
        encoding="utf-8",
    )
    figures = names(pairs)
    assert figures["n"] == 5
    assert figures["precision_at_1"] == 1.0
    assert figures["auc"] == 1.0


def test_names_refuses_a_file_without_pairs(tmp_path):
    empty = tmp_path / "pairs.tsv"
    empty.write_text("en\tar\n", encoding="utf-8")
    with pytest.raises(UsageError):
        names(empty)


def test_gender_flags_crossed_pairs_only(tmp_path):
    row = {
        "en_femi": "She told reporters that her party would vote against it.",
        "ar_femi": "وأبلغت الصحفيين بأن حزبها سيصوت ضده.",
        "en_masc": "He told reporters that his party would vote against it.",
        "ar_masc": "وأبلغ الصحفيين بأن حزبه سيصوت ضده.",
    }
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert gender(path) == {"n": 4, "flagged": 1.0, "false": 0.0}


def test_gender_names_the_missing_key(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"en_femi": "She left."}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="ar_femi"):
        gender(path)


def test_held_out_names_reach_the_pinned_floor(shared, tmp_path):
    from mt_audit.training.names import held_out

    path = tmp_path / "held_out.tsv"
    assert held_out(shared, path, count=200) == 200
    figures = names(path)
    assert figures["precision_at_1"] >= 0.96
    assert suite_names.POOL == 1000
