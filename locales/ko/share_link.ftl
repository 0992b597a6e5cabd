link-expired-title = 만료된 링크입니다
link-expired-text = 링크의 유효 기간이 지났습니다. 보낸 사람에게 새 링크를 요청하세요.
link-revoked-title = 취소된 링크입니다
link-revoked-text = 보낸 사람이 링크를 취소했습니다. 계정을 연결하려면 새 링크를 요청하세요.
link-used-title = 이미 사용한 링크입니다
link-used-text = 계정 하나를 연결하기 위한 링크이며 연결이 완료되었습니다. 본인이 연결하지 않았다면 링크를 보낸 사람에게 알려 주세요.
