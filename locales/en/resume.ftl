resume-title = Continue where you left off
resume-text = What you typed before is filled in. Keys and passwords are never kept: enter them again.
resume-start-over = Start over
resume-service = Continue with { $service }
