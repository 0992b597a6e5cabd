## 링크를 연 사람 확인

verify-title = 본인 확인
verify-unsent = { $app }에 연결하기 전에 { $address } 주소로 코드를 보냅니다.
verify-sent = { $address } 주소로 코드를 보냈습니다. 도착하는 데 1분 정도 걸릴 수 있습니다.
verify-code = 이메일로 받은 코드
verify-hint = 숫자 6자리이며 10분 동안 유효합니다.
verify-check = 계속
verify-checking = 확인하는 중…
verify-send = 코드 보내기
verify-again = 새 코드 보내기
verify-wrong = 가장 최근 이메일의 코드와 다릅니다. 확인하고 다시 시도하세요.
verify-no-code = 이메일로 받은 숫자 6자리를 입력하세요.
verify-over = 이 코드는 더 이상 유효하지 않습니다. 새 코드를 요청하세요.
verify-not-sent = 이메일을 보내지 못했습니다. 1분 후에 다시 시도하세요. 그래도 안 되면 { $app } 운영팀에 알려 주세요.
verify-no-more = 이 링크로는 코드를 더 보낼 수 없습니다. { $app }에 새 링크를 요청하세요.
verify-first-title = 먼저 본인인지 확인해야 합니다
verify-first-text = 아무것도 연결되지 않았습니다. { $app }에서 받은 링크를 별도의 창에서 열고 처음부터 진행하세요.
verify-answer-title = 이 확인은 여기서 유효하지 않습니다
verify-answer-text = 확인은 링크를 연 브라우저에서 10분 안에 한 번만 사용할 수 있습니다. { $app }에서 받은 링크를 다시 여세요.
done-finish = 이제 { $app }에서 이어집니다.
done-return = { $app } 화면으로 돌아가기
mail-code-subject = { $app } 확인 코드: { $code }
mail-code-text =
    안녕하세요.

    계정을 연결하기 위해 { $app }에서 보낸 링크가 열렸습니다. 본인이 열었다면 해당 화면에 다음 코드를 입력하세요.

    { $code }

    코드는 10분 동안 유효합니다. 다른 사람에게 전달하거나 읽어 주지 마세요. 링크를 연 적이 없다면 아무것도 하지 않아도 됩니다. 코드가 없으면 아무것도 연결되지 않습니다.

    이 이메일은 { $host }에서 { $app } 서비스를 대신하여 보냈습니다.
