foot-privacy = Prywatność
foot-terms = Warunki
foot-support = Pomoc techniczna
