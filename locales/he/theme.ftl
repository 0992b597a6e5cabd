foot-privacy = פרטיות
foot-terms = תנאים
foot-support = תמיכה
