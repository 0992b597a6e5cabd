foot-privacy = Privacidad
foot-terms = Términos
foot-support = Soporte
