foot-privacy = Datenschutz
foot-terms = Nutzungsbedingungen
foot-support = Hilfe per E-Mail
