foot-privacy = 개인정보 보호
foot-terms = 이용 약관
foot-support = 고객 지원
