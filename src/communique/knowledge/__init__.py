"""The register of actors, offices and tenures that ships with the package, and its look-ups. Nothing is opened on import."""

from communique.knowledge.answers import Answer, Candidate, Entity, NameMatch, Person, State
from communique.knowledge.designations import Designation, Office
from communique.knowledge.register import Register

__all__ = ["Answer", "Candidate", "Designation", "Entity", "NameMatch", "Office", "Person", "Register", "State"]
