## 모든 페이지의 틀

back = 뒤로
close = 닫기
help = 도움말
badge = Nango로 보호됨
reference = 문의 번호: { $reference }
reference-hint = 고객 지원팀에 이 번호를 알려 주면 무슨 일이 있었는지 확인할 수 있습니다.
error-prefix = 오류:
opens-in-new-tab = 새 탭에서 열림
try-again = 다시 시도
done = 완료

leave-title = 연결하지 않고 나갈까요?
leave-text = 입력한 내용이 사라집니다.
leave-stay = 계속하기
leave-go = 나가기

time-text = 이 페이지는 5분 후에 만료됩니다.
time-extend = 30분 연장
time-extended = 연장했습니다. 앞으로 30분 동안 사용할 수 있습니다.
time-failed = 시간을 연장하지 못했습니다. 입력한 내용은 여기에 남아 있습니다.

## 세션 없이 열린 경우

waiting-title = 계정 연결
waiting-text = 잠시 기다려 주세요…
bare-title = 앱에서 여는 주소입니다
bare-text = 앱에서 요청할 때 다른 서비스의 계정을 연결하는 곳입니다. 앱으로 돌아가 연결을 선택하거나 받은 링크를 여세요.
unopened-title = 앱이 이 페이지를 올바르게 열지 못했습니다
unopened-text = 페이지를 닫고 앱에서 다시 시도하세요. 그래도 안 되면 { $app } 운영팀에 알려 주세요.
refusal-title = 여기에는 이 페이지를 표시할 수 없습니다
refusal-text = { $origin } 주소는 이 페이지를 표시할 수 있는 주소 목록에 없습니다. 아무것도 열리거나 공유되지 않았습니다.
refusal-admin = 이 앱의 운영자라면 ‘Environment settings’ > ‘Connect UI’ > ‘Allowed origins’에 주소를 추가하세요.

## 서비스 선택

picker-title = 무엇을 연결할까요?
picker-to = { $person } 사용자로 { $app }에 연결합니다.
picker-to-unnamed = { $app }에 연결합니다. 사용자 이름은 지정되지 않았습니다.
picker-search = 검색
picker-count = 서비스 { $count }개
picker-empty = 이름이 ‘{ $query }’인 서비스가 없습니다.
picker-nothing = 이 이름의 서비스가 없습니다.
picker-all = 모두 보기
no-integrations-title = 아직 연결할 수 있는 서비스가 없습니다
no-integrations-text = { $app }에 설정된 서비스가 없습니다. 운영팀에서 추가할 수 있습니다.

## 결과

done-title = { $service } 계정을 연결했습니다
done-text = 이제 { $app }에서 사용할 수 있습니다.
done-close = 이 페이지를 닫아도 됩니다.
done-another = 다른 계정 연결
failure-title = { $service } 계정을 연결하지 못했습니다
expired-title = 페이지가 만료되었습니다
expired-text = { $time }에 만료되었습니다. { $app } 화면으로 돌아가 다시 시작하세요.
expired-text-plain = { $app } 화면으로 돌아가 다시 시작하세요.
expired-who = 링크를 통해 왔다면 보낸 사람에게 새 링크를 요청하세요.
finished-title = 이미 완료되었습니다
finished-text = { $service } 계정이 연결되어 있습니다. 여기서 더 할 일은 없습니다.
finished-text-plain = 계정이 연결되어 있습니다. 여기서 더 할 일은 없습니다.
not-found-title = 이 주소에는 페이지가 없습니다
not-found-text = 링크가 완전하지 않을 수 있습니다. 링크 전체를 복사하거나 { $app } 화면으로 돌아가 다시 시작하세요.
error-title = 저희 쪽에 문제가 발생했습니다
error-text = 입력이나 조작 때문에 생긴 문제는 아닙니다. 1분 후에 다시 시도하세요.
error-busy-title = 요청이 너무 빠릅니다
error-busy-text = 짧은 시간에 이 페이지를 너무 자주 요청했습니다. 1분 정도 기다린 뒤 다시 시도하세요.
error-maintenance-title = 곧 다시 이용할 수 있습니다
error-maintenance-text = 지금은 서비스를 이용할 수 없습니다. 1분 후에 다시 시도하세요.
error-ended-title = 더 이상 사용하지 않는 페이지입니다
error-ended-text = { $app }에서 이 페이지를 닫았습니다. { $app } 화면으로 돌아가 다시 시작하세요.
error-browser-title = 다른 곳에서 열려 있는 페이지입니다
error-browser-text = 이 페이지는 링크를 처음 연 브라우저에서만 사용할 수 있습니다. 그곳에서 계속하거나 여기서 링크를 다시 여세요.
error-large-title = 입력한 내용이 너무 많습니다
error-large-text = 한 항목에 필요 이상으로 긴 내용이 들어 있습니다. 돌아가서 붙여 넣은 내용을 확인하세요.
error-unsupported-title = 아직 지원하지 않는 연결 방식입니다
error-unsupported-text = 아무것도 연결되지 않았습니다. { $app } 운영팀이 이 서비스의 다른 연결 방식을 선택할 수 있습니다.
