summary-title = 확인이 필요한 항목이 { $count }개 있습니다
summary-title-check = 아직 연결되지 않았습니다

## 항목의 값

problem-missing = ‘{ $label }’ 항목을 입력하세요.
problem-missing-choice = ‘{ $label }’ 항목을 선택하세요.
problem-not-an-option = ‘{ $label }’ 항목의 선택지 중 하나를 고르세요.
problem-pattern = ‘{ $label }’ 형식과 다릅니다. { $service }에 표시된 값과 비교하세요.
problem-pattern-example = ‘{ $label }’ 형식과 다릅니다. 올바른 형식의 예: { $example }
problem-hostname = https:// 및 경로 없이 호스트 이름만 입력하세요(예: { $example }).
problem-uri = https://로 시작하는 전체 주소를 입력하세요.
problem-uuid = 36자로 된 ID 전체를 입력하세요(예: { $example }).
problem-email = 이메일 주소를 입력하세요(예: name@example.com).
problem-host-label = 주소의 첫 부분만 입력하세요. 예를 들어 { $address }에서는 { $example }만 입력합니다.
problem-host-label-plain = 주소에서 여기에 해당하는 부분만 입력하세요. 영문자, 숫자, 하이픈을 쓸 수 있습니다.
problem-authority = 호스트 이름만 입력하고, 필요하면 포트를 붙이세요(예: { $example }).
problem-too-long = 너무 깁니다. { $max }자 이내로 입력하세요.

## 붙여 넣은 값에서 고친 것

repairs-title = 입력한 내용을 { $count }곳 정리했습니다
repair-url-to-subdomain = { $label }: 전체 주소에서 ‘{ $value }’ 부분만 가져왔습니다.
repair-trimmed-blanks = { $label }: 앞뒤의 공백을 지웠습니다.
repair-zero-width = { $label }: 보이지 않는 문자를 지웠습니다.
repair-bearer-prefix = { $label }: ‘Bearer’는 자동으로 추가되므로 지웠습니다.
repair-pem-line-breaks = { $label }: 줄바꿈을 복원했습니다.

## 서비스의 응답

check-refused = { $service }에서 이 정보를 받아들이지 않았습니다. 각 항목을 전부 복사했는지, 계정에 API 사용이 허용되어 있는지 확인하세요.
check-refused-field = { $service }에서 이 ‘{ $label }’ 값을 받아들이지 않았습니다. 전체를 복사했는지, 아직 유효한지 확인하세요.
check-denied = { $service }에서 접근을 거부했습니다(403). 입력한 내용과 API 사용 권한을 확인하세요.
check-status = { $service }에서 예상하지 못한 응답을 받았습니다(상태 코드 { $status }). 입력한 내용을 확인하거나 1분 후에 다시 시도하세요.
check-no-token = { $service }에서 응답했지만 이 정보로는 로그인할 수 없었습니다. 입력한 내용을 확인하세요.
check-unusable = { $service }의 응답을 읽을 수 없습니다. 입력한 내용을 확인하거나 이 페이지의 운영팀에 알려 주세요.
check-unreachable = { $host }에 연결하지 못했습니다. 주소를 확인하거나 1분 후에 다시 시도하세요.
check-timed-out = { $host }에서 응답하는 데 너무 오래 걸렸습니다. 1분 후에 다시 시도하세요.
check-forbidden-address = { $host } 주소는 연결할 수 없는 사설 주소입니다. { $service } 계정의 공개 주소를 입력하세요.
check-tls = { $host }의 인증서에 문제가 있어 안전하게 연결하지 못했습니다. 주소를 확인하거나 해당 서버의 운영자에게 알려 주세요.
check-no-address = 이 정보로는 확인을 요청할 { $service } 주소를 알 수 없습니다. 입력한 내용을 확인하거나 이 페이지의 운영팀에 알려 주세요.
check-not-set-up = 여기에는 { $service } 설정이 아직 완료되지 않아 연결할 수 없습니다. 이 페이지의 운영팀에 알려 주세요. 직접 변경할 내용은 없습니다.
check-not-stored = 저장하지 못해 아무것도 연결되지 않았습니다. 1분 후에 다시 시도하세요.
