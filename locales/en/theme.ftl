foot-privacy = Privacy
foot-terms = Terms
foot-support = Support
