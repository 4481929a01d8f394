"""How something can come to the desk from outside the net."""

CHANNELS = [
    ("paper", "På papir"),
    ("telephone", "På telefon"),
    ("counter", "I skranken"),
]
REFERRED = [*CHANNELS, ("referral", "Henvist fra en annen tjeneste")]
