foot-privacy = 隐私
foot-terms = 条款
foot-support = 支持
