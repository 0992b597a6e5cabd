# 시도에서 무엇이 잘못되었는지, 고정된 코드별로. 누가 어떻게 해결할 수 있는지.

## 해결할 수 있는 사람

code-by-end-user = 연결하는 사용자
code-by-owner = 앱 개발자(백엔드 또는 연동 설정)
code-by-service = 해당 서비스
code-by-operator = 이 서버의 운영자

## 코드

code-fields-refused = 입력한 내용이 양식에 맞지 않습니다
code-fields-refused-remedy = 각 항목에 입력해야 할 내용이 표시됩니다. 여기서 멈추는 사용자가 많다면 양식의 안내 문구를 다듬어 보세요.
code-credentials-refused = 서비스가 입력한 인증 정보를 받아들이지 않았습니다
code-credentials-refused-remedy = 다른 인증 정보나 서비스에서의 추가 권한이 필요합니다. 서비스가 응답한 상태 코드는 해당 단계에 표시됩니다.
code-check-unclear = 서비스의 응답으로는 인증 정보가 올바른지 알 수 없습니다
code-check-unclear-remedy = 서비스가 중단되었거나 입력한 주소가 다를 수 있습니다. 나중에 다시 시도하세요. 계속되면 정의에 있는 확인 방법이 오래되었을 수 있습니다.
code-check-impossible = 정의와 입력값만으로는 확인용 호출을 만들 수 없습니다
code-check-impossible-remedy = 제공업체의 정의를 확인하세요. connect-ui providers check 명령을 실행하면 빠진 항목을 알 수 있습니다.
code-access-denied = 사용자가 서비스에서 접근을 허용하지 않았습니다
code-access-denied-remedy = 고장이 아닙니다. 거부하는 사용자가 많다면 요청하는 권한 범위를 줄이세요.
code-no-code = 서비스에서 인증 코드 없이 돌아왔습니다
code-no-code-remedy = 콜백 URL과 권한 범위를 서비스에 등록된 내용과 비교하세요.
code-approval-requested = 서비스에서 아직 설치를 승인해야 합니다
code-approval-requested-remedy = 권한이 있는 사람이 서비스에서 승인하면 연결이 자동으로 완료됩니다.
code-issuer-mismatch = 요청한 서버가 아닌 곳에서 응답이 왔습니다
code-issuer-mismatch-remedy = 토큰은 교환되지 않았습니다. 반복되면 정의에 있는 발급자(issuer)를 확인하세요.
code-token-refused = 서비스가 토큰 요청을 거부했습니다
code-token-refused-remedy = 서비스가 보낸 오류는 해당 단계에 표시됩니다. 대개 클라이언트 시크릿, 콜백 URL 또는 시계가 잘못된 경우입니다.
code-unable-to-parse-token-response = 서비스의 응답을 읽을 수 없습니다
code-unable-to-parse-token-response-remedy = 서비스가 정의와 다르게 응답했습니다. 정의를 관리하는 사람에게 알려 주세요.
code-service-unreachable = 서비스가 응답하지 않았습니다
code-service-unreachable-remedy = 나중에 다시 시도하세요. 계속 응답이 없으면 주소와 이 서버의 호출이 허용되는지(CONNECT_UI_OUTBOUND_ALLOW) 확인하세요.
code-provider-config-err = 연동의 클라이언트나 앱이 없거나 받아들여지지 않았습니다
code-provider-config-err-remedy = 연동을 열고 서비스에 표시된 클라이언트 ID와 클라이언트 시크릿을 입력하세요.
code-unknown-config-key = 제공업체의 정의가 없거나 완전하지 않습니다
code-unknown-config-key-remedy = 정의를 다시 추가하거나(CONNECT_UI_PROVIDERS) 연동을 삭제하세요.
code-auth-mode-err = 이 연동은 이 방법으로 연결할 수 없습니다
code-auth-mode-err-remedy = 제공업체의 로그인 방식에 맞는 호출이나 페이지를 사용하세요.
code-url-param-err = 서비스 주소에 필요한 값이 없거나 잘못되었습니다
code-url-param-err-remedy = 사용자가 양식에 입력하거나, 세션의 integrations_config_defaults 항목에 미리 지정합니다.
code-foreign-installation = 사용자에게 돌아온 설치를 볼 권한이 없습니다
code-foreign-installation-remedy = 설치한 계정으로 서비스에 로그인해야 합니다.
code-connection-test-failed = 서비스가 연동의 인증 정보를 받아들이지 않았습니다
code-connection-test-failed-remedy = 연동의 설정을 서비스의 설정과 비교하세요.
code-unknown-connect-session-token = 연결 세션을 찾을 수 없거나 만료되었습니다
code-unknown-connect-session-token-remedy = 사용하기 직전에 백엔드에서 새 세션을 만듭니다.
code-integration-not-allowed = 세션에서 이 연동을 허용하지 않습니다
code-integration-not-allowed-remedy = allowed_integrations 항목에 추가하거나 이 항목을 생략하세요.
code-exchange-needs-connect-ui = 이 세션의 코드는 SDK 팝업으로 전달할 수 없습니다
code-exchange-needs-connect-ui-remedy = nango.auth() 대신 Connect UI를 열거나 connect_ui.completion 항목을 생략하세요.
code-verification-required = 이 세션은 본인 확인이 필요하며, 호스팅된 링크에서만 할 수 있습니다
code-verification-required-remedy = 사용자에게 세션의 connect_link 주소를 보내세요.
code-flow-expired = 사용자가 제한 시간 안에 서비스에서 돌아오지 않았습니다
code-flow-expired-remedy = 다시 시도할 수 있습니다. 돌아오지 않는 사용자가 많다면 서비스에 어떤 화면이 표시되는지 확인하세요.
code-cancelled = 사용자가 취소했습니다
code-cancelled-remedy = 조치가 필요하지 않습니다.
code-session-ended = 그사이에 세션이 종료되었거나 연동이 삭제되었습니다
code-session-ended-remedy = 백엔드에서 새 세션을 만듭니다.
code-connection-deleted = 다시 연결하려던 연결이 삭제되었습니다
code-connection-deleted-remedy = 백엔드에서 새 연결을 위한 세션을 만듭니다.
code-not-stored = 데이터베이스에 연결을 저장하지 못했습니다
code-not-stored-remedy = 이 서버의 운영자가 로그와 /ready 상태를 확인합니다.
code-unknown-err = 연결하지 못했습니다
code-unknown-err-remedy = 이 서버의 운영자가 로그에서 원인을 찾을 수 있습니다.
code-not-verified = 이메일로 받은 코드가 일치하지 않습니다
code-not-verified-remedy = 가장 최근에 받은 코드를 입력하거나 새 코드를 요청합니다.
code-popup-blocked = 브라우저가 서비스의 창을 차단했습니다
code-popup-blocked-remedy = 사용자가 앱 페이지의 팝업을 허용해야 합니다. 앱에서는 다른 작업을 기다리지 말고 클릭하는 즉시 창을 여세요.
code-popup-closed = 완료되기 전에 서비스의 창이 닫혔습니다
code-popup-closed-remedy = 다시 시도할 수 있습니다.
code-lookup-failed = 호출에 필요한 값을 조회하지 못했습니다
code-lookup-failed-remedy = 백엔드에서 연결을 읽을 때 다시 시도합니다. 어떤 값인지는 연결의 오류에 표시됩니다.
code-refresh-token-external-error = 인증 정보를 갱신하지 못했습니다
code-refresh-token-external-error-remedy = 계속되면 서비스에서 접근 권한이 종료된 것이므로 사용자가 다시 연결해야 합니다.
code-refresh-interrupted = 인증 정보 갱신의 결과를 알 수 없습니다
code-refresh-interrupted-remedy = 서비스가 토큰을 교체했을 수 있습니다. 다음 갱신도 실패하면 사용자가 다시 연결해야 합니다.
