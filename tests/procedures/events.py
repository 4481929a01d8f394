"""Events to begin from, all made by calling them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application.events import Outcome
from fotfeste.procedures.remedy import events as remedy

SAID = did.ApplicationContent(
    name="Nora Testdatter",
    wants=("samtaler", "hap"),
    situation="Jeg røyker mer enn jeg vil.",
    stay="stays",
)
RECEIVED = did.ApplicationReceived(
    application=SAID, channel="online", received_on=date(2026, 2, 2)
)
INVITED = did.InterviewArranged(
    on=date(2026, 2, 10), at="10.00", place="Tjenestekontoret"
)
HELD = did.InterviewHeld(
    on=date(2026, 2, 10), took_part="Nora", own_words="Jeg vil slutte."
)
CRITERIA = (
    ("residence", ""),
    ("addiction", ""),
    ("self-care", ""),
    ("health", ""),
    ("necessary-and-sound", "samtaler"),
    ("necessary-and-sound", "hap"),
)
"""What a decision on the two services cannot do without: criterion and service."""

FINDINGS = tuple(
    did.FindingRecorded(
        criterion=key,
        offer=offer,
        name=key,
        outcome="met",
        reason="Samtalen",
        evidence="Samtalen",
    )
    for key, offer in CRITERIA
)
GRANTED = do.ServiceProposal(
    offer="samtaler",
    outcome=Outcome.GRANT,
    grounds="Hjelper deg videre.",
    amount="Én time i uka",
    starts_on=date(2026, 3, 9),
    review_on=date(2026, 9, 1),
)
REFUSED = do.ServiceProposal(
    offer="hap", outcome=Outcome.REFUSAL, grounds="Samtalene dekker det."
)
PROPOSAL = do.ProposeDecision(
    services=(GRANTED, REFUSED),
    how_reached="Vi snakket sammen.",
    took_part="Nora og Kari",
    own_view="Du vil helst ha samtaler.",
    weight="Derfor får du samtaler.",
)
DECISION = did.Decision(
    services=(
        did.ServiceDecision(
            offer="samtaler",
            name="Samtaler med en fagperson",
            outcome=Outcome.GRANT,
            basis=("hol § 3-2 første ledd nr. 5",),
            grounds="Hjelper deg videre.",
            amount="Én time i uka",
            starts_on=date(2026, 3, 9),
            review_on=date(2026, 9, 1),
            price="Gratis",
        ),
        did.ServiceDecision(
            offer="hap",
            name="Hasjavvenning (HAP)",
            outcome=Outcome.REFUSAL,
            basis=("hol § 3-2 første ledd nr. 5",),
            grounds="Samtalene dekker det.",
            price="Gratis",
        ),
    ),
    how_reached="Vi snakket sammen.",
    took_part="Nora og Kari",
    own_view="Du vil helst ha samtaler.",
    weight="Derfor får du samtaler.",
)
MADE = did.DecisionMade(
    decision=DECISION,
    decided_on=date(2026, 3, 2),
    proposed_by=UUID(int=1),
    approved_by=None,
)
AVAILABLE = remedy.DecisionMadeAvailable(
    on=date(2026, 3, 5),
    appeal_by=date(2026, 4, 7),
    basis=("pbrl § 7-5", "dl § 148 andre ledd", "dl § 149 første ledd"),
    body="Statsforvalteren",
)
ASSESSED = (RECEIVED, INVITED, HELD, *FINDINGS)
NOTIFIED = (*ASSESSED, MADE, AVAILABLE)
APPEALED = appeal.AppealReceived(
    case=UUID(int=7),
    name="Nora Testdatter",
    decided_on=date(2026, 3, 2),
    appeal_by=date(2026, 4, 7),
    body="Statsforvalteren",
    received_on=date(2026, 3, 20),
    sent_on=date(2026, 3, 20),
    channel="online",
    dissatisfied_with="Jeg fikk ikke HAP.",
    change_wanted="Jeg vil ha HAP.",
    why_late="",
    in_time=True,
)
LATE = replace(APPEALED, sent_on=date(2026, 4, 8), in_time=False)
