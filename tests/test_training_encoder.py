"""Training the encoder in small: the cuts, a fit that repeats itself, a folder that loads; data kept apart."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from mt_audit.engine.encoder import EmbeddedEncoder
from mt_audit.training import corpora
from mt_audit.training.encoder import save, token_features
from mt_audit.training.encoder_text import inflected
from mt_audit.training.encoder_vocabulary import (
    VocabularySize,
    build_vocabulary,
    count_words,
    make_tokenizer,
    without_clitics,
)

PAIRS = (
    ("The strike killed four people.", "قتلت الغارة أربعة أشخاص."),
    ("The talks failed in Geneva.", "فشلت المحادثات في جنيف."),
    ("The minister resigned.", "استقال الوزير."),
)


@pytest.fixture(scope="module")
def tokenizer():
    texts = [text for pair in PAIRS for text in pair] + ["وللمحادثات", "محادثات", "محادثات", "وزير", "غارة"]
    weights = without_clitics(count_words(texts))
    return make_tokenizer(build_vocabulary(weights, VocabularySize(200, 60, 60)))


def test_clitics_are_cut_off_known_words(tokenizer):
    assert tokenizer.encode("وللمُحادثات").tokens == ["ولل", "محادثات"]
    assert tokenizer.encode("الوزير").tokens == ["ال", "وزير"]


def test_spelling_and_country_initials_are_folded(tokenizer):
    assert tokenizer.encode("الغَارَة ٤").tokens == tokenizer.encode("الغاره 4").tokens
    for written in ("US", "U.S.", "U.S", "USA"):
        assert tokenizer.encode(f"{written} talks").ids == tokenizer.encode("usa talks").ids
    assert tokenizer.encode("told us").ids != tokenizer.encode("told usa").ids


def test_english_forms():
    assert inflected("carry out", "v") == ("carry out", "carries out", "carried out", "carrying out")
    assert set(inflected("strike", "v")) >= {"strike", "strikes", "striking", "struck"}
    assert inflected("ceasefire", "n") == ("ceasefire", "ceasefires")


def test_fit_repeats_itself_and_brings_pairs_together(tokenizer, tmp_path):
    torch = pytest.importorskip("torch")
    from mt_audit.training.encoder_fit import Composer, fit

    sides = [[np.array(tokenizer.encode(text).ids) for text in side] for side in zip(*PAIRS, strict=True)]
    tokens = [token for token, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    tables = []
    for _ in range(2):
        torch.manual_seed(1)
        composer = Composer(token_features(tokens, 512), 512, 16)
        tables.append(fit(composer, iter([(sides[0], sides[1])] * 60), 60, 0.05, 20.0))
    assert np.array_equal(tables[0], tables[1])
    save(tmp_path / "encoder", tables[0], tokenizer)
    encoder = EmbeddedEncoder(tmp_path / "encoder")
    scores = encoder.encode([ar for _, ar in PAIRS]) @ encoder.encode([en for en, _ in PAIRS]).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2]
    assert scores.diagonal().min() > (scores - 2 * np.eye(3)).max() + 0.1
    before = encoder.signature
    save(tmp_path / "encoder", tables[0] * np.float32(2.0) + np.float32(0.01), tokenizer)
    assert EmbeddedEncoder(tmp_path / "encoder").signature != before


def test_evaluation_sentences_are_not_learnt_from(shared):
    with gzip.open(shared / "data" / "eval" / "gender_pairs_dev.jsonl.gz", "rt", encoding="utf-8") as stream:
        kept_apart = {json.loads(line)["en_femi"] for line in stream}
    raw = {line.split("\t")[0] for line in corpora.read_lines(shared / "data" / "train" / "biographies.tsv.gz")}
    assert raw & kept_apart, "the file is known to overlap; if it no longer does, this test says nothing"
    learnt = {en for en, _ in corpora.sentence_pairs(shared, ("biographies",))}
    assert learnt
    assert not learnt & kept_apart
    sources = {pair.source for pair in corpora.contrast_pairs(shared)}
    assert "pairs_00a" in sources
    assert not {source for source in sources if source in ("pairs_03", "pairs_00b") or source.endswith("_eval")}
