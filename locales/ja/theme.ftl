foot-privacy = プライバシー
foot-terms = 利用規約
foot-support = サポート
