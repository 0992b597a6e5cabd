## 사용자 자신의 페이지

manage-title = 연결된 계정
manage-to = { $app }에서 { $person } 사용자로 이용할 수 있는 계정입니다.
manage-to-unnamed = { $app }에서 이용할 수 있는 계정입니다.
manage-empty = 아직 { $app }에 연결된 계정이 없습니다.
manage-attention-count = 계정 { $count }개를 확인해야 합니다.
manage-works = 정상
manage-unchecked = 아직 확인하지 않음
manage-awaited = { $service } 대기 중
manage-attention = 확인 필요
manage-since = { $since }에 연결됨. 아직 사용하지 않음.
manage-since-used = { $since }에 연결됨. 마지막 사용: { $used }.
manage-granted = 허용한 접근 권한
manage-reconnect = 다시 연결
manage-reconnect-name = { $name } 다시 연결
manage-rename = 이름 변경
manage-rename-name = { $name } 이름 변경
manage-disconnect = 연결 해제
manage-disconnect-name = { $name } 연결 해제
manage-connect-first = 계정 연결
manage-back = 계정 목록으로 돌아가기

manage-rename-title = { $service } 계정 이름 지정
manage-name = 이름
manage-name-hint = 알아보기 쉬운 이름을 입력하세요(예: ‘고객 지원팀’). 비워 두면 서비스 이름을 사용합니다.
manage-name-long = 이름은 최대 { $max }자까지 쓸 수 있습니다. 줄여 주세요.
manage-save = 저장
manage-saving = 저장하는 중…

manage-disconnect-title = { $service } 계정의 연결을 해제할까요?
manage-disconnect-text = 앞으로 { $app }에서 이 계정을 사용할 수 없으며, 로그인을 위해 저장된 정보도 삭제됩니다.
manage-disconnect-service = { $service }에서 지원하는 경우 그곳의 접근 권한도 종료하도록 요청합니다. { $service } 계정 자체는 그대로 유지됩니다.
manage-disconnecting = { $service }에 요청하는 중…
manage-keep = 연결 유지
manage-receipt-title = { $service } 연결이 해제되었습니다
manage-receipt-here = 이제 { $app }에서 이 계정을 사용할 수 없습니다. 로그인을 위해 저장된 정보는 삭제되었습니다.
manage-receipt-revoked = { $service }에서도 접근 권한이 종료되었음을 확인했습니다.
manage-receipt-partly = { $service }에서 접근 권한의 일부가 종료되었습니다. 나머지는 기한이 지나면 자동으로 종료됩니다. 확실히 하려면 그곳에서 직접 종료하세요.
manage-receipt-not-offered = { $service }에는 외부에서 접근 권한을 종료할 방법이 없습니다. 키나 비밀번호를 입력했다면 그곳에서 삭제하거나 변경하세요.
manage-receipt-failed = { $service }에도 접근 권한 종료를 요청했지만 확인을 받지 못했습니다. 그곳에서 직접 종료할 수 있습니다.
manage-receipt-link = { $service } 바로 가기
