"""The language of a text, by its commonest words or by a script only one language is written in."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("th", "\u0e00-\u0e7f"),
)
_SCRIPT = tuple((language, re.compile(f"[{signs}]")) for language, signs in _SCRIPTS)
_COMMON = {
    "en": "the of and to in that is was for on with as by said has have from at are this",
    "fr": "le la les des et une du est dans pour que qui sur au par avec pas plus sont ce",
    "de": "der die das und ist von den mit dem nicht auf für ein eine des sich auch im zu es",
    "es": "el los las del que en una por con para es su al como más se y este ha sus",
    "it": "il di che della un per gli con non è del le nel sono alla dei anche ha si una",
    "pt": "o os do da que em uma não para com dos as no na se ao mais pelo foi como",
    "nl": "de het een van en is dat op te zijn voor met niet aan er ook door naar bij om",
    "tr": "ve bir bu için ile olarak da de çok daha olan gibi sonra kadar en ise her göre dedi ancak",
    "ru": "и в не на что с по как это из к он от за для его но о также был",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 5000  # characters


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None unless one is clearly ahead of the others."""
    sample = text[:_LOOKED_AT]
    for language, signs in _SCRIPT:
        if len(signs.findall(sample)) * 5 > len(sample):
            return language
    words = [w.casefold() for w in _WORD.findall(sample)]
    shares = sorted(
        ((sum(w in common for w in words) / max(len(words), 1), name) for name, common in _WORDS.items()), reverse=True
    )
    (best, language), (second, _) = shares[:2]
    return language if len(words) >= 5 and best >= 0.12 and best > 1.3 * second else None
