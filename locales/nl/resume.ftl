resume-title = Ga verder waar je was gebleven
resume-text = Wat je eerder hebt ingevoerd, is al ingevuld. Sleutels en wachtwoorden worden nooit bewaard: voer die opnieuw in.
resume-start-over = Opnieuw beginnen
resume-service = Verder met { $service }
