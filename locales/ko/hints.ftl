## 붙여 넣은 값이 실제로 무엇인지

hint-if-meant = 그래도 이 값이 맞다면 한 번 더 입력하고 다시 보내세요.
hint-whole-header = 헤더 전체를 붙여 넣었습니다. 앞에 있는 ‘Bearer’ 등을 빼고 키만 입력하세요.
hint-assignment = 설정 파일의 한 줄 전체를 붙여 넣었습니다. 등호 뒤의 내용만 입력하세요.
hint-other-service = { $service } 키가 아니라 { $name } 키인 것 같습니다. { $service } 키를 복사하세요.
hint-wrong-kind = 다른 종류의 키입니다. { $service }에는 앞부분이 { $name }인 키가 필요합니다.
hint-publishable-key = 누구에게나 공개해도 되는 공개 키이므로 여기서는 사용할 수 없습니다. 앞부분이 { $name }인 비밀 키를 복사하세요.
hint-test-key = 테스트 키입니다. 테스트 데이터에만 접근할 수 있습니다.
hint-key-name = 키가 아니라 키의 이름입니다. 키의 값을 복사하세요.
hint-webhook-secret = 웹훅을 확인하는 데 쓰는 시크릿입니다. 대신 API 키를 복사하세요.
hint-password-not-token = 비밀번호인 것 같습니다. { $service }에서 만든 토큰이 필요합니다.

## 서비스가 거부한 이유

hint-token-unknown = { $service }에 연결했지만 이 ‘{ $label }’ 값을 찾을 수 없습니다. 전체를 복사했는지, 그곳에서 삭제되지 않았는지 확인하세요.
hint-pair-unknown = { $service }에 연결했지만 입력한 정보가 서로 맞지 않습니다. 같은 계정의 키인지, 전체를 복사했는지 확인하세요.
hint-address-unknown = 이 주소에는 { $service } 계정이 없습니다. 주소의 이 부분을 확인하세요.
hint-token-expired = 이 ‘{ $label }’ 값은 만료되었습니다. { $service }에서 새로 만드세요.
hint-token-revoked = 이 ‘{ $label }’ 값은 { $service }에서 취소되었거나 꺼져 있습니다. 그곳에서 새로 만드세요.
hint-scope-missing = 이 ‘{ $label }’ 값은 { $service }에서 유효하지만 권한이 부족합니다. 안내에 나온 권한을 부여하거나 그 권한이 있는 것으로 새로 만드세요.
hint-wrong-region = 선택한 지역의 { $service }에는 이 ‘{ $label }’ 값이 없습니다. 계정이 있는 지역을 선택하세요.
hint-token-access-off = { $service } 계정에서 이 로그인 방식이 꺼져 있습니다. 계정 관리자가 켤 수 있습니다.
hint-account-inactive = { $service }에 따르면 이 계정이 활성 상태가 아니거나 요금제에 API 사용이 포함되어 있지 않습니다. 그곳에 로그인하여 이유를 확인하세요.
hint-address-not-listed = { $service }에서는 계정에 등록된 주소의 호출만 허용합니다. 계정 관리자가 목록에 추가할 수 있습니다.
hint-single-sign-on = 조직에서 싱글 사인온(SSO)을 요구합니다. { $service }에서 이 ‘{ $label }’ 항목을 열고 조직에 대한 사용을 승인하세요.
hint-locked-out = 시도 횟수가 너무 많아 { $service }에서 로그인을 거부하고 있습니다. 해당 서비스의 페이지에서 한 번 로그인한 뒤 여기서 다시 시도하세요.
