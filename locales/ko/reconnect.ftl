reconnect-who = { $person } 사용자로 { $service } 계정을 { $app }에 다시 연결합니다.
reconnect-who-unnamed = { $service } 계정을 { $app }에 다시 연결합니다. 사용자 이름은 지정되지 않았습니다.
reconnect-trouble = 다시 연결해야 하는 이유
reconnect-refused-since = { $date }부터 { $app }에서 { $service } 계정의 접근 권한을 갱신하지 못하고 있습니다. 비밀번호를 변경했거나 해당 서비스에서 접근 권한을 취소한 경우에 발생합니다.
reconnect-refused = { $app }에서 { $service } 계정의 접근 권한을 갱신하지 못하고 있습니다. 비밀번호를 변경했거나 해당 서비스에서 접근 권한을 취소한 경우에 발생합니다.
reconnect-interrupted-since = { $date }에 { $service } 계정의 접근 권한 갱신이 중단되어 접근 권한을 잃었을 수 있습니다.
reconnect-interrupted = { $service } 계정의 접근 권한 갱신이 중단되어 접근 권한을 잃었을 수 있습니다.
reconnect-look-up = { $app }에서 { $service } 계정의 정보 중 일부를 읽을 수 없습니다.
reconnect-remedy = 다시 연결하면 해결됩니다. { $app }의 다른 내용은 바뀌지 않습니다.
reconnect-button = 다시 연결
reconnect-no-input = 입력할 내용이 없습니다. ‘다시 연결’을 누르면 나머지는 자동으로 진행됩니다.
reconnect-done-title = { $service } 계정을 다시 연결했습니다
reconnect-done-text = { $app }에서 다시 사용할 수 있습니다.
reconnect-gone-title = 이 연결은 더 이상 존재하지 않습니다
reconnect-gone-text = 다시 연결하려던 연결이 { $app }에서 삭제되었습니다. { $app } 화면으로 돌아가 계정을 연결하세요. 링크를 통해 왔다면 보낸 사람에게 새 링크를 요청하세요.
reconnect-date = { $year }년 { $month ->
    [m1] 1
    [m2] 2
    [m3] 3
    [m4] 4
    [m5] 5
    [m6] 6
    [m7] 7
    [m8] 8
    [m9] 9
    [m10] 10
    [m11] 11
   *[m12] 12
}월 { $day }일
