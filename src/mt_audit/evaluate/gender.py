"""Suite ``gender``: English of one gender beside Arabic of the other must be flagged, matching sides must not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mt_audit.errors import UsageError
from mt_audit.evaluate.base import Figures, records, suite

KEYS = ("en_femi", "ar_femi", "en_masc", "ar_masc")


@suite("gender")
def gender(
    pairs: Annotated[Path, typer.Argument(help="JSONL with en_femi, ar_femi, en_masc and ar_masc.")],
    show: Annotated[int, typer.Option(help="Print this many misses and false alarms to standard error.")] = 0,
) -> Figures:
    """``flagged``: share of crossed pairs with a finding of the gender check; ``false``: share of matched pairs.

    A crossed pair whose two Arabic sides are the same cannot be told and is left out.
    """
    from mt_audit.align import full_kit
    from mt_audit.checks.agreement.name_gender_pair import check
    from mt_audit.checks.base import View
    from mt_audit.text.passage import Passage

    kit = full_kit()
    crossed = matched = flagged = false = 0
    for row in records(pairs):
        if any(key not in row for key in KEYS):
            raise UsageError(f"{pairs}: a row lacks one of {', '.join(KEYS)}.")
        if row["ar_femi"] == row["ar_masc"]:
            continue
        for en in ("en_femi", "en_masc"):
            for ar in ("ar_femi", "ar_masc"):
                hits = list(check.find(View(Passage(row[ar], "ar"), kit, Passage(row[en], "en"))))
                if en[-4:] == ar[-4:]:
                    matched += 1
                    false += bool(hits)
                else:
                    crossed += 1
                    flagged += bool(hits)
                if show > 0 and bool(hits) == (en[-4:] == ar[-4:]):
                    show -= 1
                    what = "; ".join(hit.message for hit in hits) or "missed"
                    typer.echo(f"{what}\n  {row[en]}\n  {row[ar]}", err=True)
    return {"n": crossed + matched, "flagged": flagged / max(crossed, 1), "false": false / max(matched, 1)}
