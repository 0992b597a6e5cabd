foot-privacy = Confidentialité
foot-terms = Conditions d’utilisation
foot-support = Assistance
