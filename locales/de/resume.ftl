resume-title = Machen Sie weiter, wo Sie aufgehört haben
resume-text = Was Sie schon eingegeben haben, ist ausgefüllt. Schlüssel und Passwörter werden nie aufbewahrt: Geben Sie diese erneut ein.
resume-start-over = Von vorn beginnen
resume-service = Weiter mit { $service }
