foot-privacy = Privacy
foot-terms = Termini
foot-support = Assistenza
