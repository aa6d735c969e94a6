"""Codes of the record in words."""

from __future__ import annotations

from typing import get_args

import pytest

from communique.record import Occupancy, Position
from communique.record.actors import ActorKind, TenureStatus
from communique.record.statements import SpeechAct
from communique.views.web.labels import ACTS, KINDS, TENURES, tenure_reason


def test_every_code_has_its_words() -> None:
    assert {*ACTS} == {*get_args(SpeechAct)}
    assert {*TENURES} == {*get_args(TenureStatus)}
    assert {*KINDS} == {*get_args(ActorKind)}


@pytest.mark.parametrize("status", get_args(TenureStatus))
def test_every_tenure_status_has_its_reason(status: TenureStatus) -> None:
    reason = tenure_reason(Occupancy(Position("Warden of the Locks", "NRV"), status, "2024-03"))

    assert reason.endswith(".") and ("2024-03" in reason) == (status != "unknown")
