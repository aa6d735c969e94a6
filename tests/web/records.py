"""Three invented reports: a visit told by the host's outlet, the same visit told by the guest's, and a hostile page."""

from __future__ import annotations

from functools import cache

from communique.record import Record

from .builder import Draft

SCRIPT = "<script>alert('owned')</script>"
BREAKER = '"onmouseover="alert(1)" x="'
OVERRIDE = "\u202e"  # RIGHT-TO-LEFT OVERRIDE, never closed


@cache
def harbor() -> Record:
    """The host's telling; it has nested speech, a bracket insertion, a planned visit and two undertakings."""
    d = Draft(
        [
            ("title", "Norvia to Open Northern Ports to Tessalian Grain, Voss Tells Visiting Premier"),
            ("byline", "By the Harbor Wire foreign desk"),
            (
                "paragraph",
                (
                    "KESTREL BAY – President Ilana Voss of Norvia said on Monday that the northern ports would be opened to "
                    "Tessalian grain before the first snow, after three hours of talks in the capital with Prime Minister Daro "
                    "Melk of Tessaly."
                ),
            ),
            (
                "paragraph",
                (
                    "“We have waited eleven years for this road [over the Orrin Pass], and our drivers should not have to wait "
                    "a twelfth,” the president said. She thanked her guest for what she called a year of patient work."
                ),
            ),
            (
                "paragraph",
                (
                    "For his part, Melk praised the “steady hand” of the Norvian side and pledged that Tessaly would finish "
                    "its half of the road by June 2027. He rejected a claim by the opposition leader Ressa Tolm, who told "
                    "reporters last week that “the treaty sells the river”."
                ),
            ),
            (
                "paragraph",
                (
                    "Foreign Minister Joren Ast, who visited Tessaly in October, accused unnamed neighbors of “feeding doubts "
                    "about the water”, and said the two sides had agreed on a joint gauge at Orrin. The commission on the "
                    "river is to meet in Tessaly in March 2027."
                ),
            ),
            (
                "paragraph",
                (
                    "Voss also vowed to reopen the consulate in the port of Salm, which has been shut since 2019. “A neighbor "
                    "without a door is only a wall,” she said."
                ),
            ),
        ],
        "Harbor Wire",
        "2026-11-17",
        "https://harborwire.example/2026/11/17/ports",
    )
    voss = d.actor("Ilana Voss", "person", "NRV", "President Ilana Voss of Norvia", "the president", "Voss",
                   office=("President of Norvia", "assumed"), global_id="wd:Q900001")  # fmt: skip
    melk = d.actor("Daro Melk", "person", "TSL", "Prime Minister Daro Melk of Tessaly", "Melk", "her guest",
                   office=("Prime Minister of Tessaly", "in_force"), global_id="wd:Q900002")  # fmt: skip
    ast = d.actor("Joren Ast", "person", "NRV", "Foreign Minister Joren Ast", office=("Foreign Minister", "unknown"))
    tolm = d.actor("Ressa Tolm", "person", "TSL", "the opposition leader Ressa Tolm")
    norvia, tessaly = d.state("Norvia", "NRV", "Norvia", "Norvian"), d.state("Tessaly", "TSL", "Tessaly", "Tessalian")

    d.say(voss, "President Ilana Voss of Norvia",
          "the northern ports would be opened to Tessalian grain before the first snow", cue="said", act="promise",
          to=(melk,))  # fmt: skip
    d.say(voss, "the president",
          "We have waited eleven years for this road [over the Orrin Pass], and our drivers should not have to wait a twelfth",
          cue="said", quote="direct", insert="[over the Orrin Pass]")  # fmt: skip
    d.say(voss, "She", "her guest for what she called a year of patient work", cue="thanked", act="thank", to=(melk,))
    d.say(melk, "Melk", "the “steady hand” of the Norvian side", cue="praised", act="praise", quote="mixed", to=(norvia,))
    d.say(melk, "Melk", "Tessaly would finish its half of the road by June 2027", cue="pledged", act="promise")
    d.say(melk, "He", "a claim by the opposition leader Ressa Tolm, who told reporters last week that “the treaty sells the "
          "river”", cue="rejected", act="reject")  # fmt: skip
    d.say(tolm, "the opposition leader Ressa Tolm", "the treaty sells the river", cue="told", act="criticize",
          quote="direct", confidence=0.52)  # fmt: skip
    d.say(ast, "Foreign Minister Joren Ast", "unnamed neighbors of “feeding doubts about the water”", cue="accused",
          act="accuse", quote="mixed")  # fmt: skip
    d.say(ast, "Foreign Minister Joren Ast", "the two sides had agreed on a joint gauge at Orrin", cue="said")
    d.say(voss, "Voss", "to reopen the consulate in the port of Salm", cue="vowed", act="promise")
    d.say(voss, "she", "A neighbor without a door is only a wall", cue="said", quote="direct")

    talks = "three hours of talks in the capital with Prime Minister Daro Melk of Tessaly"
    d.meet("meeting", talks, voss, melk, date="2026-11-16", place="Kestrel Bay", host="NRV")
    d.meet("visit", "who visited Tessaly in October", ast, date="2026-10", place="Tessaly", host="TSL")
    d.meet("other", "The commission on the river is to meet in Tessaly in March 2027", norvia, tessaly, date="2027-03",
           place="Tessaly", host="TSL", status="planned")  # fmt: skip
    d.promise(voss, tessaly, "the northern ports would be opened to Tessalian grain before the first snow",
              "the northern ports would be opened to Tessalian grain before the first snow")  # fmt: skip
    d.promise(tessaly, norvia, "finish its half of the road by June 2027",
              "Tessaly would finish its half of the road by June 2027", deadline="2027-06")  # fmt: skip
    d.promise(voss, None, "reopen the consulate in the port of Salm", "reopen the consulate in the port of Salm")
    d.happen("CONSULT", "visit", melk, voss, talks, "happened", date="2026-11-16")
    d.happen("AGREE", "sign", norvia, tessaly, "the two sides had agreed on a joint gauge at Orrin", "happened")
    d.happen("ACCUSE", None, ast, tolm, "accused unnamed neighbors of “feeding doubts about the water”", "happened")
    d.time("Monday", "2026-11-16")
    d.time("last week", "2026-W46")
    d.time("October", "2026-10")
    d.time("June 2027", "2027-06", deadline=True)
    d.time("March 2027", "2027-03")
    d.time("before the first snow", None, deadline=True)
    return d.record("harbor-wire.txt")


@cache
def river() -> Record:
    """The guest's telling of the same visit."""
    d = Draft(
        [
            ("title", "Melk: the Orrin Road Will Be Done in Two Summers"),
            (
                "paragraph",
                (
                    "Prime Minister Daro Melk told President Ilana Voss on Monday that the Orrin road would be finished within "
                    "two summers, the River Post learned from a member of the delegation."
                ),
            ),
            ("paragraph", "“Nobody in Kestrel Bay asked us about the river,” Melk said on his return."),
        ],
        "River Post",
        "2026-11-18",
    )
    melk = d.actor("Daro Melk", "person", "TSL", "Prime Minister Daro Melk", "Melk",
                   office=("Prime Minister of Tessaly", "in_force"), global_id="wd:Q900002")  # fmt: skip
    voss = d.actor("Ilana Voss", "person", "NRV", "President Ilana Voss",
                   office=("President of Norvia", "assumed"), global_id="wd:Q900001")  # fmt: skip
    d.say(melk, "Prime Minister Daro Melk", "the Orrin road would be finished within two summers", cue="told", act="promise",
          to=(voss,))  # fmt: skip
    d.say(melk, "Melk", "Nobody in Kestrel Bay asked us about the river", cue="said", quote="direct")
    d.meet("meeting", "Prime Minister Daro Melk told President Ilana Voss on Monday", melk, voss, date="2026-11-16")
    d.time("Monday", "2026-11-16")
    return d.record("river-post.txt")


@cache
def hostile() -> Record:
    """A page that tries to act: script, attribute breaking, an unclosed bidi override, a script in its own address."""
    d = Draft(
        [
            ("title", f"{SCRIPT}{BREAKER}{OVERRIDE}esrever"),
            ("paragraph", f"The envoy {BREAKER}Ork said that {SCRIPT}<img src=x onerror=alert(2)> was {OVERRIDE}harmless."),
        ],
        f"{BREAKER}Outlet{OVERRIDE}",
        None,
        "javascript:alert(3)",
    )
    ork = d.actor(f"{SCRIPT}{BREAKER}Ork{OVERRIDE}", "person", None, "Ork", office=(f"<b>{BREAKER}</b>", "unknown"))
    d.say(ork, "Ork", f"{SCRIPT}<img src=x onerror=alert(2)>", cue="said")
    d.promise(ork, None, f"{SCRIPT}{OVERRIDE}", f"{SCRIPT}")
    d.meet("visit", f"The envoy {BREAKER}", ork, place=f"{BREAKER}{SCRIPT}")
    return d.record(f"{SCRIPT}.html")
