resume-title = Reprendre là où vous en étiez
resume-text = Ce que vous aviez saisi est déjà rempli. Les clés et les mots de passe ne sont jamais conservés : saisissez-les à nouveau.
resume-start-over = Recommencer
resume-service = Continuer avec { $service }
