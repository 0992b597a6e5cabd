resume-title = 이어서 계속하기
resume-text = 전에 입력한 내용이 채워져 있습니다. 키와 비밀번호는 보관되지 않으므로 다시 입력하세요.
resume-start-over = 처음부터 다시 시작
resume-service = { $service } 이어서 연결
