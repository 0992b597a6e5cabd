reconnect-who = { $person }として、{ $service }を{ $app }に再連携します。
reconnect-who-unnamed = { $service }を{ $app }に再連携します。ユーザー名は指定されていません。
reconnect-trouble = 再連携が必要な理由
reconnect-refused-since = { $date }から、{ $app }は{ $service }アカウントへのアクセス権を更新できていません。パスワードの変更や、{ $service }側でのアクセス権の取り消しによって起こります。
reconnect-refused = { $app }は{ $service }アカウントへのアクセス権を更新できていません。パスワードの変更や、{ $service }側でのアクセス権の取り消しによって起こります。
reconnect-interrupted-since = { $date }に{ $service }アカウントへのアクセス権の更新が中断され、アクセス権が失われた可能性があります。
reconnect-interrupted = { $service }アカウントへのアクセス権の更新が中断され、アクセス権が失われた可能性があります。
reconnect-look-up = { $app }は、{ $service }アカウントから必要な情報の一部を読み取れません。
reconnect-remedy = 再連携すると解決します。{ $app }では、ほかに何も変わりません。
reconnect-button = 再連携する
reconnect-no-input = 入力する項目はありません。「再連携する」を押すだけで完了します。
reconnect-done-title = { $service }を再連携しました
reconnect-done-text = { $app }で再び使えるようになりました。
reconnect-gone-title = この連携はなくなりました
reconnect-gone-text = 再連携しようとした接続は、{ $app }が削除しました。{ $app }に戻って、アカウントを連携してください。リンクから開いた場合は、送った人に新しいリンクを依頼してください。
reconnect-date = { $year }年{ $month ->
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
}月{ $day }日
