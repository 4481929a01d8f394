"""An application for help, from the day it arrives to a decision (søknad)."""
