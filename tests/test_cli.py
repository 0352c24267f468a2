"""The command line as a person meets it: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "seeds" / "ceasefire.txt"
ARCHIVE = Path(__file__).parent.parent / "reference"


def mt_audit(*arguments: str, cwd: Path, stdin: bytes | None = None, **environment: str):
    """Run the program in a process of its own; returns (exit code, standard output, standard error)."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MT_AUDIT_")}
    run = subprocess.run(
        [sys.executable, "-m", "mt_audit", *arguments],
        cwd=cwd, input=stdin, capture_output=True, timeout=120, env={**kept, **environment},
    )  # fmt: skip
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def one_sentence(stderr: str) -> None:
    lines = stderr.strip().splitlines()
    assert lines[0].startswith("mt-audit: ")
    assert len(lines) <= 2, stderr
    assert "Traceback" not in stderr


ARTICLE = "الوزير يعلن خطة جديدة\n\nأعلن الوزير يوم الخميس خطة جديدة لدعم الزراعة. وقال إنها تبدأ في مايو.\n"


@pytest.mark.parametrize(
    ("name", "data", "code", "says"),
    [
        ("empty.txt", b"", 3, "is empty"),
        ("binary.txt", b"\x7fELF\x02\x01\x01" + b"\0" * 300, 3, "binary"),
        ("line.txt", ("خبر " * 5_000_000).encode(), 3, "characters"),
        ("windows.txt", ARTICLE.encode("cp1256"), 3, "not valid UTF-8"),
        ("utf16.txt", ARTICLE.encode("utf-16"), 3, "UTF-16"),
        ("english.txt", b"The minister said on Thursday that the plan was ready.\n", 3, "is not Arabic"),
    ],
)
def test_bad_articles_get_one_sentence_and_exit_3(tmp_path, name, data, code, says):
    (tmp_path / name).write_bytes(data)
    got, out, err = mt_audit("audit", name, cwd=tmp_path)
    assert (got, out) == (code, "")
    assert says in err
    one_sentence(err)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["audit", "none.txt"], 3, "does not exist"),
        (["audit", "."], 3, "is a directory"),
        (["audit", "http://127.0.0.1:9/a", "--allow-private"], 3, "could not be fetched"),
        (["audit", "http://127.0.0.1:9/a"], 3, "private or local"),
        (["audit", "article.txt", "--archive", "nowhere"], 3, "does not exist"),
        (["audit", "article.txt", "--select", "XYZ999"], 2, "No check is called"),
        (["explain", "nothing"], 2, "No check is called"),
    ],
)
def test_wrong_use_gets_one_sentence(tmp_path, arguments, code, says):
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    got, out, err = mt_audit(*arguments, cwd=tmp_path)
    assert (got, out) == (code, "")
    assert says in err
    one_sentence(err)


def test_unknown_options_exit_2(tmp_path):
    assert mt_audit("audit", "x.txt", "--nonsense", cwd=tmp_path)[0] == 2
    assert mt_audit("audit", "x.txt", "--fail-on", "sometimes", cwd=tmp_path)[0] == 2


def test_json_holds_either_a_result_or_an_error(tmp_path):
    code, out, err = mt_audit("audit", "none.txt", "--format", "json", cwd=tmp_path)
    assert code == 3
    told = json.loads(out)
    assert told["schema"] == 1
    assert set(told["error"]) == {"kind", "message", "hint"}
    one_sentence(err)


def test_a_sample_is_audited_with_its_original_found(tmp_path):
    code, out, _ = mt_audit("audit", str(SAMPLE), "--archive", str(ARCHIVE), "--format", "json", cwd=tmp_path)
    assert code == 1
    result = json.loads(out)["result"]
    assert result["original"]["status"] == "found"
    assert "ceasefire" in result["original"]["id"]
    assert result["verdict"]["grade"] == "reject"
    text = SAMPLE.read_text("utf-8")
    for finding in result["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]


def test_standard_input_settings_file_and_environment(tmp_path):
    (tmp_path / "mt-audit.toml").write_text('format = "json"\nfail-on = "never"\n', "utf-8")
    code, out, _ = mt_audit("audit", "-", cwd=tmp_path, stdin=ARTICLE.encode())
    assert code == 0
    assert json.loads(out)["result"]["article"]["title"] == "الوزير يعلن خطة جديدة"
    code, out, _ = mt_audit("audit", "-", cwd=tmp_path, stdin=ARTICLE.encode(), MT_AUDIT_FORMAT="markdown")
    assert code == 0
    assert out.startswith("#")
    (tmp_path / "mt-audit.toml").write_text('colour = "red"\n', "utf-8")
    code, _, err = mt_audit("audit", "-", cwd=tmp_path, stdin=ARTICLE.encode())
    assert (code, "no setting is called 'colour'" in err) == (2, True)


def test_several_articles_one_unreadable(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(ARTICLE.replace("الزراعة", "الصناعة"), "utf-8")
    code, out, err = mt_audit("audit", "a.txt", "b.txt", "c.txt", "-f", "json", cwd=tmp_path)
    told = [json.loads(line) for line in out.splitlines()]
    assert [("result" in line) for line in told] == [True, False, True]
    assert code == 3
    assert "b.txt is empty" in err


def test_output_is_written_whole(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    code, out, err = mt_audit("audit", "a.txt", "-f", "html", "-o", "out/", cwd=tmp_path)
    assert (code, out) == (0, "")
    written = list((tmp_path / "out").iterdir())
    assert [path.name for path in written] == ["a.html"]
    assert "</html>" in written[0].read_text("utf-8")
    assert "out/a.html" in err


def test_require_original_exits_3(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    code, _, err = mt_audit("audit", "a.txt", "--require-original", "-q", cwd=tmp_path)
    assert code == 3
    assert "no original" in err


def test_checks_and_explain(tmp_path):
    code, out, _ = mt_audit("checks", "--json", cwd=tmp_path)
    listed = json.loads(out)
    assert code == 0
    assert len(listed) > 12
    code, out, _ = mt_audit("explain", listed[0]["id"], cwd=tmp_path)
    assert code == 0
    assert listed[0]["name"] in out


def test_the_version_is_told(tmp_path):
    from mt_audit import __version__

    assert mt_audit("--version", cwd=tmp_path)[1].strip() == f"mt-audit {__version__}"
