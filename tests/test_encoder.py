"""The embedded encoder, and sentence-transformers models beside it."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mt_audit.engine.encoder import ASSET, EmbeddedEncoder, open_encoder
from mt_audit.errors import EngineError, FetchError, MissingExtraError, UsageError

TEXTS = (
    "The ceasefire talks in Geneva collapsed on Tuesday after 30 hours.",
    "انهارت محادثات وقف إطلاق النار في جنيف يوم الثلاثاء بعد 30 ساعة.",
    "Die Gespräche über eine Waffenruhe in Genf sind am Dienstag gescheitert.",
    "Kavanaugh's U.S.-led F-16s: ٣٠ يومًا، «هُدنة» … 50,000\u200f",
    "word",
    "",
    "  \n ",
    "??!",
    "漢字 😀 ΣΊΣΥΦΟΣ",
)


@pytest.fixture(scope="module")
def encoder() -> EmbeddedEncoder:
    return EmbeddedEncoder()


@pytest.fixture(scope="module")
def tiny_transformer(tmp_path_factory) -> Path:
    """A BERT of two layers with random weights and a WordPiece tokenizer, saved by sentence-transformers itself."""
    pytest.importorskip("sentence_transformers")
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("tiny")
    vocabulary = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "query",
        "passage",
        ":",
        "the",
        "talks",
        "collapsed",
        "word",
    ]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    size = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(vocabulary), **size)).save_pretrained(folder / "bert")
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"))
    SentenceTransformer(modules=[transformer, Pooling(32, "mean")], device="cpu").save(str(folder / "saved"))
    return folder / "saved"


def test_translations_lie_closest(encoder):
    english = ["The prime minister resigned on Friday.", "Oil prices fell sharply.", "The team won the final 3-1."]
    arabic = ["استقال رئيس الوزراء يوم الجمعة.", "تراجعت أسعار النفط بشدة.", "فاز الفريق في المباراة النهائية 3-1."]
    scores = encoder.encode(arabic) @ encoder.encode(english).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2]
    assert scores.argmax(axis=0).tolist() == [0, 1, 2]


def test_vectors_are_unit_rows_or_zero(encoder):
    vectors = encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), encoder.dim)
    norms = np.linalg.norm(vectors, axis=1)
    assert norms[[5, 6, 7]].tolist() == [0.0, 0.0, 0.0]
    assert np.allclose(norms[:5], 1.0, atol=1e-5)
    assert encoder.encode([]).shape == (0, encoder.dim)


def test_spelling_variants_are_folded(encoder):
    vectors = encoder.encode(["أُجريت المحادثات في ٣٠ يونيو", "اجريت المحـادثات في 30 يونيو"])
    assert vectors[0] @ vectors[1] == pytest.approx(1.0, abs=1e-5)


def test_order_of_texts_and_earlier_calls_change_nothing(encoder):
    alone = EmbeddedEncoder().encode(TEXTS[:1])
    assert np.array_equal(encoder.encode(list(reversed(TEXTS)))[-1:], alone)


def test_memory_of_chunks_is_bounded(monkeypatch):
    monkeypatch.setattr("mt_audit.engine.encoder._REMEMBERED", 8)
    small = EmbeddedEncoder()
    first = small.encode(["one two three four five six"])
    small.encode(["seven eight nine ten"])
    assert len(small._tokens) <= 8
    assert np.array_equal(small.encode(["one two three four five six"]), first)


def test_model2vec_gives_equal_vectors(encoder):
    from model2vec import StaticModel

    assert np.allclose(StaticModel.from_pretrained(ASSET).encode(list(TEXTS)), encoder.encode(TEXTS), atol=1e-5)


def test_sentence_transformers_gives_equal_vectors(encoder):
    pytest.importorskip("sentence_transformers")
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(ASSET), device="cpu", local_files_only=True)
    assert np.allclose(model.encode(list(TEXTS)), encoder.encode(TEXTS), atol=1e-5)
    assert np.allclose(open_encoder(str(ASSET)).encode(TEXTS), encoder.encode(TEXTS), atol=1e-5)


def test_embedded_encoder_needs_no_torch():
    code = (
        "import sys; from mt_audit.engine.encoder import open_encoder; e = open_encoder(None)\n"
        "assert e.signature.startswith('encoder:mt-audit-static-en-ar@') and 'model2vec' not in sys.modules\n"
        "assert e.encode(['one']).any() and 'torch' not in sys.modules and 'sentence_transformers' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_signature_holds_the_revision_of_the_files(encoder):
    revision = json.loads((ASSET / "config.json").read_text(encoding="utf-8"))["revision"]
    assert encoder.signature == f"encoder:mt-audit-static-en-ar@{revision}"


def test_missing_or_damaged_folder_is_an_engine_error(tmp_path):
    with pytest.raises(EngineError, match="missing or damaged"):
        EmbeddedEncoder(tmp_path).encode(["text"])
    shutil.copy(ASSET / "config.json", tmp_path)
    with pytest.raises(EngineError, match="cannot be loaded"):
        EmbeddedEncoder(tmp_path).encode(["text"])


def test_transformer_folder_encodes(tiny_transformer):
    encoder = open_encoder(str(tiny_transformer))
    vectors = encoder.encode(["the talks collapsed", "word", "the talks collapsed"])
    assert (vectors.shape, vectors.dtype, encoder.dim) == ((3, 32), np.dtype(np.float32), 32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert np.allclose(vectors[0], vectors[2], atol=1e-6)
    assert not np.allclose(vectors[0], vectors[1], atol=1e-2)
    assert encoder.encode([]).shape == (0, 32)


def test_transformer_signature_follows_the_weights(tiny_transformer, tmp_path):
    before = open_encoder(str(tiny_transformer)).signature
    assert before.startswith("encoder:saved@")
    assert before.endswith("|dim:32")
    changed = tmp_path / "saved"
    shutil.copytree(tiny_transformer, changed)
    weights = changed / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-4] + b"\0\0\0\1")
    assert open_encoder(str(changed)).signature != before


def test_e5_gets_its_prefixes_and_others_get_their_own(tiny_transformer, tmp_path):
    e5 = tmp_path / "multilingual-e5-tiny"
    shutil.copytree(tiny_transformer, e5)
    plain, prefixed = open_encoder(str(tiny_transformer)), open_encoder(str(e5))
    for role in ("query", "passage"):
        assert np.allclose(prefixed.encode(["the word"], role), plain.encode([f"{role}: the word"], role), atol=1e-6)
    assert not np.allclose(prefixed.encode(["the word"]), plain.encode(["the word"]), atol=1e-3)
    prompted = tmp_path / "prompted"
    shutil.copytree(tiny_transformer, prompted)
    config = prompted / "config_sentence_transformers.json"
    settings = json.loads(config.read_text(encoding="utf-8"))
    config.write_text(json.dumps({**settings, "prompts": {"query": "talks: ", "document": ""}}), encoding="utf-8")
    own = open_encoder(str(prompted))
    assert np.allclose(own.encode(["word"]), plain.encode(["talks: word"]), atol=1e-6)
    assert np.allclose(own.encode(["word"], "passage"), plain.encode(["word"]), atol=1e-6)


@pytest.mark.parametrize("name", ["./nowhere", "/nowhere/model", "~/nowhere", "a/b/c", "two words", ""])
def test_wrong_path_is_never_a_hub_name(name):
    with pytest.raises(UsageError, match="no model folder"):
        open_encoder(name)


def test_wrong_folder_under_an_existing_one_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "models").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="no model folder"):
        open_encoder("models/LaBSE")


def test_folder_without_a_model_is_a_usage_error(tmp_path):
    pytest.importorskip("sentence_transformers")
    with pytest.raises(UsageError, match="holds no model"):
        open_encoder(str(tmp_path)).encode(["text"])


@pytest.fixture
def no_cache(tmp_path, monkeypatch):
    """A hub cache with nothing in it, so that no model of this machine is found."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    for variable in ("HF_HUB_OFFLINE", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(variable, raising=False)


def test_unreachable_hub_fails_fast(no_cache, monkeypatch):
    pytest.importorskip("sentence_transformers")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{closed.getsockname()[1]}")
        with pytest.raises(FetchError, match="'sentence-transformers/LaBSE' is not on this machine") as caught:
            open_encoder("LaBSE").encode(["text"])
    assert "--encoder" in caught.value.hint


def test_offline_setting_is_kept(no_cache, monkeypatch):
    pytest.importorskip("sentence_transformers")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(FetchError, match="HF_HUB_OFFLINE"):
        open_encoder("intfloat/multilingual-e5-base").encode(["text"])


def test_missing_extra_is_named(tiny_transformer, monkeypatch):
    monkeypatch.setattr("mt_audit.engine.transformer.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError) as caught:
        open_encoder(str(tiny_transformer)).encode(["text"])
    assert "mt-audit[transformers]" in caught.value.hint
