"""Ground or government: what a place's name stands for, by the words on both sides of it, the nearest and plainest first."""

from __future__ import annotations

import re

from communique.record.span import Span

_REACH = 60  # characters looked at on either side of a name

_IN = (
    r"in|at|near|inside|outside|across|around|throughout|within|into|off|via|through|central|downtown"
    r"|(?:north|south)?-?(?:eastern|western)|southern|northern|occupied"
)
_MOVE = (
    r"(?:arriv|land|return|travel|fl[ey]|head|depart|came|come|coming|go|going|went|sent|mov|sail|bound|invit|"
    r"way|leav|left|back"
    r"|deport)\w*"
)
_VISIT = r"(?:visits?|trip|tour|journey|travel|flight|pilgrimage|ambassador|envoy|embassy|delegations?|stopover|route)s?"
_HELD = (
    r"(?:held|based|born|liv\w+|resid\w+|stay\w*|meeting|meet|met|talks|summit|conference|capital|citizens?|people|city|town"
    r"|south|north|east|west)"
)
_ARTICLE = (
    r"(?:the\s|his\s|her\s|its\s|Islamic\s|Republic\s|neighbou?ring\s|capital,?\s(?:city\s)?(?:of\s)?|cit(?:y|ies)\sof\s"
    r"|port\sof\s)*"
)
_GROUND_BEFORE = re.compile(
    rf"\b(?:{_IN}|visit(?:s|ed|ing)?|hosted\sby|leave|leaving|left|reach(?:ed|ing)?|tour(?:ed|ing)?"
    rf"|{_MOVE}\s(?:\w+\s){{0,3}}(?:to|for|from|in|at)|{_VISIT}\s(?:\w+\s){{0,2}}(?:to|of|in|from)"
    rf"|{_HELD}\s(?:in|at|of|from|near))\s{_ARTICLE}$",
    re.IGNORECASE,
)
_POWER_BEFORE = re.compile(
    r"\b(?:(?:ties|relations?|cooperation|agreements?|deals?|treaty|tensions?|conflict|war|talks|dialogue|"
    r"negotiations|differences|pact"
    r"|sanctions?|pressure|alliance|partnership|trade)\s(?:\w+\s)?(?:between|with|on|against|by)"
    r"|between|against|accus\w+|urg\w+|call(?:s|ed|ing)?\s(?:on|upon)|told|tell\w*|warn\w*|blam\w+|thank\w*|"
    r"condemn\w*|prais\w+|press\w*"
    r"|support\w*|oppos\w+|sanction\w*|threaten\w*|ask\w*|assur\w+|criticiz\w+|allow\w*|forc\w+|help\w*|by|with|toward|towards"
    rf"|government\sof|president\sof|minister\sof|king\sof|for|that|while|if|whether|because|how)\s{_ARTICLE}$",
    re.IGNORECASE,
)
_WAY_BEFORE = re.compile(
    rf"\b(?:from|to|out\sof|border\s(?:\w+\s)?with|(?:flights?|trains?|roads?|border|route)\s(?:\w+\s)?between)\s{_ARTICLE}$",
    re.IGNORECASE,
)
_SENT = re.compile(  # what passes between governments, not between places
    r"\b(?:messages?|letters?|support|pressure|responses?|requests?|warnings?|proposals?|statements?|offers?|"
    r"help|threats?|calls?"
    r"|signals?|demands?|aid|according|thanks|blow|addressed|reply|loyal\w*|close|committed|opposed|belong\w*|due|respond\w*"
    r"|assistance|independen\w*|differ\w*|concessions?|guarantees?|gift|challenge|friend\w*|similar|related)\s(?:from|to)\s",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\s(?:(?:also|has|have|had|will|would|should|must|may|might|can|cannot|could|does|did|was|is)\s(?:not\s|"
    r"also\s|been\s){0,3})?"
    r"(?:said|say|says|told|tells?|held|made|took|gave|sent|sought|seeks?|wants?|went|kept|let|put|met|hopes?|"
    r"plans?|intends?|remains?"
    r"|considers?|calls?|accuses?|denies|rejects?|warns?|insists?|supports?|backs?|opposes?|launch\w*|impos\w+|"
    r"agree[sd]?|signs?"
    r"|(?!based|called|located|occupied|held)[a-z]{3,}ed)\b"
)
_GROUND_AFTER = re.compile(
    r"(?:['’]s)?\s(?:talks|meetings?|summit|conference|round|forum|airport|streets?|suburbs?|neighbou?rhoods?|"
    r"residents|airspace"
    r"|territory|mayor|province|region|metro|border|area|square|University|International)\b"
    r"|,\s(?:where\b|[A-Z]\w+,)|\son\s(?:[A-Z]\w+day|\d)"
)
_OWN = re.compile(r"['’]s?\s")


def is_ground(text: str, span: Span, unless_known: bool) -> tuple[bool, float]:
    """Whether the name at a span of `text` means the ground, and how sure that is, in [0, 1].

    `unless_known` is the answer where no word around tells: true for cities that are no seat of government.
    """
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    if _GROUND_BEFORE.search(before):
        return True, 0.9
    if _ACTS.match(after):
        return False, 0.85
    if _GROUND_AFTER.match(after):
        return True, 0.7
    way = _WAY_BEFORE.search(before)
    if way and not _SENT.search(before):
        return True, 0.65
    if not way and _POWER_BEFORE.search(before):
        return False, 0.8
    if _OWN.match(after):
        return False, 0.65
    return unless_known, 0.6 if unless_known else 0.5
