foot-privacy = Privacidade
foot-terms = Termos
foot-support = Suporte
