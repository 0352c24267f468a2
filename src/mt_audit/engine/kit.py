"""The engine's parts, each loaded when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mt_audit.core import WordLink
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.encoder import Encoder
    from mt_audit.engine.grammar import Grammar
    from mt_audit.engine.language import LanguageModel
    from mt_audit.engine.lexicon import Lexicon
    from mt_audit.engine.linking import Linker
    from mt_audit.engine.names import Names


class Kit:
    """Encoder, lexicon, names and language model, shared by every stage of an audit.

    ``encoder_name`` is None for the embedded model, else a sentence-transformers model or folder.
    """

    def __init__(self, encoder_name: str | None = None) -> None:
        self.encoder_name = encoder_name
        self.linker: Linker | None = None

    @cached_property
    def encoder(self) -> Encoder:
        """Sentence vectors."""
        from mt_audit.engine.encoder import open_encoder

        return open_encoder(self.encoder_name)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Translations, senses and multiword units."""
        from mt_audit.engine.lexicon import Lexicon

        return Lexicon.load()

    @cached_property
    def names(self) -> Names:
        """Cross-script names, genders and the gazetteer."""
        from mt_audit.engine.names import Names

        return Names.load()

    @cached_property
    def language(self) -> LanguageModel:
        """How surprising an Arabic word is where it stands."""
        from mt_audit.engine.language import LanguageModel

        return LanguageModel.load()

    @cached_property
    def grammar(self) -> Grammar:
        """Noun gender, adjectives, past-tense verbs."""
        from mt_audit.engine.grammar import Grammar

        return Grammar.load()

    def link(self, ar: Passage, original: Passage) -> tuple[WordLink, ...]:
        """Word links of two aligned passages, by the linker that the alignment floor put in."""
        if self.linker is None:
            raise ValueError("no linker was put into the kit; use mt_audit.align.full_kit()")
        return self.linker(ar, original, self)
