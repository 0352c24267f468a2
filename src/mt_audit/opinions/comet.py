"""COMET, CometKiwi or xCOMET through the unbabel-comet package, where it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from mt_audit.core import Category, Finding, Score, Severity, Span
from mt_audit.opinions import PairText, Said


class Comet:
    """One COMET model by hub name or checkpoint path; xCOMET models give spans as well."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.name = f"comet:{model}"

    def read(self, pairs: Sequence[PairText]) -> Said:
        """Score the pairs without a reference; ``Said.reason`` tells when the package or the model is not there."""
        if find_spec("comet") is None:
            return Said(self.name, reason="the package unbabel-comet is not installed")
        import comet

        try:
            path = self.model if self.model.endswith(".ckpt") else comet.download_model(self.model)
            loaded = comet.load_from_checkpoint(path)
            data = [{"src": original.text, "mt": ar.text} for ar, original in pairs]
            answer = loaded.predict(data, batch_size=8, gpus=0, progress_bar=False)
        except Exception as error:  # a missing model, a gated licence or too little memory: all end in no opinion
            return Said(self.name, reason=f"the model could not be run ({type(error).__name__})")
        spans = getattr(getattr(answer, "metadata", None), "error_spans", None) or [[] for _ in pairs]
        findings = [
            Finding(
                check="CMT001",
                name="comet",
                category=Category.SENSE,
                severity=Severity(span["severity"]),
                confidence=float(span.get("confidence", 0.5)),
                span=Span(span["start"], span["end"]).shifted(ar.start),
                quote=ar.text[span["start"] : span["end"]],
                message="xCOMET marks these words as an error; it does not say why.",
                source=self.name,
            )
            for (ar, _), found in zip(pairs, spans, strict=True)
            for span in found
            if ar.text[span["start"] : span["end"]].strip() and span.get("severity") in ("minor", "major", "critical")
        ]
        signature = f"{self.name}|reference:no"
        return Said(self.name, tuple(findings), (Score("comet", float(answer.system_score), signature),))
