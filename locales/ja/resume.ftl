resume-title = 前回の続きから
resume-text = 前回入力した内容が入っています。キーとパスワードは保存されないため、もう一度入力してください。
resume-start-over = 最初からやり直す
resume-service = { $service }の続きから
