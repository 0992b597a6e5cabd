# 서비스 페이지의 앞뒤: 이동, 대기, 복귀.

leaving-title = { $service } 페이지로 이동하는 중
leaving-text = 아무 일도 일어나지 않으면 버튼을 누르세요.
ready-title = { $service }에서 계속하기
ready-text = { $service } 페이지가 새 창에서 열립니다. 이 페이지는 닫지 마세요.
away-title = { $service }에서 완료되기를 기다리는 중
away-text = 열린 창에서 작업을 완료하세요. 완료하면 이 페이지에 자동으로 반영됩니다.
away-text-here = { $service } 페이지로 이동했지만 아직 작업이 완료되지 않았습니다.
away-again = { $service } 다시 열기
away-cancel = 취소
exchange-title = { $service } 연결 중
exchange-text = 잠시 기다려 주세요. { $service }에서 마지막 정보를 받고 있습니다.
result-close = 이 창을 닫고 { $app } 화면으로 돌아가세요.
result-close-window = 창 닫기
interstitial-title = { $service } 계정을 연결할까요?
interstitial-text = 이곳으로 안내한 링크가 어디에서 왔는지 확인할 수 없습니다. { $app }에서 직접 연결을 요청한 경우에만 계속하세요.
resubmit-title = 마무리하는 중
resubmit-text = 잠시 기다려 주세요.
resubmit-continue = 계속

flow-denied = { $service }에서 접근이 허용되지 않았습니다. 원하던 결과가 아니라면 다시 시도하여 허용해 주세요.
flow-approval = { $service } 관리자의 승인이 아직 필요합니다. 관리자에게 요청한 뒤 다시 연결하세요.
flow-no-answer = { $service }에서 제때 응답하지 않았습니다. 몇 분 후에 다시 시도하세요.
flow-refused = { $service }에서 로그인을 받아들이지 않았습니다. 다시 시도하세요. 반복되면 { $app } 운영팀에 문의 번호를 알려 주세요.
flow-owner = { $service } 연결이 올바르게 설정되지 않았습니다. { $app } 운영팀만 해결할 수 있으니 문의 번호를 알려 주세요.
flow-definition-changed = { $service } 화면에 있는 동안 연결 방법이 변경되었습니다. 연결된 것은 없습니다. 다시 시도하세요.
flow-values = 이 값으로는 { $service }에 연결할 수 없습니다. 입력한 내용을 확인하고 다시 시도하세요.
flow-foreign-installation = { $service }의 이 설치는 다른 사람의 것이므로 연결하지 않았습니다. 이 설치를 볼 수 있는 계정으로 { $service }에 로그인한 뒤 다시 시도하세요.
flow-other-server = 안내한 서버가 아닌 곳에서 응답이 와서 사용하지 않았습니다. 다시 시도하세요.
flow-too-late = { $service }에서 시간이 너무 오래 걸렸습니다. 다시 시도하세요. 제한 시간은 30분입니다.
flow-cancelled = 취소했습니다. 아무것도 연결되지 않았습니다.
flow-not-stored = { $service }에서는 허용했지만 연결을 저장하지 못했습니다. 1분 후에 다시 시도하세요.
flow-unknown = { $service } 계정을 연결하지 못했습니다. 1분 후에 다시 시도하세요.

flow-closed-browser-title = 시작한 곳에서 완료하세요
flow-closed-browser-text = 이 연결은 다른 브라우저나 창에서 시작되었습니다. 그곳으로 돌아가세요. 안전을 위해 여기서는 완료할 수 없습니다.
flow-closed-used-title = 이미 완료되었습니다
flow-closed-used-text = 서비스에서 돌아오는 링크는 한 번만 사용할 수 있습니다. 이 창을 닫고 { $app } 화면으로 돌아가세요.
flow-closed-expired-title = 시간이 너무 오래 걸렸습니다
flow-closed-expired-text = 이 연결의 제한 시간이 지났습니다. 이 창을 닫고 { $app } 화면으로 돌아가 다시 시작하세요.
flow-closed-unknown-title = 이 연결을 찾을 수 없습니다
flow-closed-unknown-text = 접속한 주소가 완전하지 않거나 이 서비스의 주소가 아닙니다. { $app } 화면으로 돌아가 다시 시작하세요.
flow-start-used-title = 이미 사용한 버튼입니다
flow-start-used-text = { $app } 화면으로 돌아가면 현재 상태를 확인할 수 있습니다.
