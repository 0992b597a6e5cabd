foot-privacy = Privacy
foot-terms = Voorwaarden
foot-support = Klantenservice
