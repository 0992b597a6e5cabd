foot-privacy = الخصوصية
foot-terms = الشروط
foot-support = الدعم
