reconnect-who = 您正在以 { $person } 的身份将 { $service } 重新连接到 { $app }。
reconnect-who-unnamed = 您正在将 { $service } 重新连接到 { $app }（未指定用户）。
reconnect-trouble = 为什么需要重新连接
reconnect-refused-since = 自 { $date }起，{ $app } 一直无法更新对您的 { $service } 账号的访问权限。密码被更改，或访问权限在那里被撤销时，会出现这种情况。
reconnect-refused = { $app } 无法更新对您的 { $service } 账号的访问权限。密码被更改，或访问权限在那里被撤销时，会出现这种情况。
reconnect-interrupted-since = { $date }，对您的 { $service } 账号访问权限的更新被中断，访问权限可能因此丢失。
reconnect-interrupted = 对您的 { $service } 账号访问权限的更新被中断，访问权限可能因此丢失。
reconnect-look-up = { $app } 无法从您的 { $service } 账号读取所需的全部信息。
reconnect-remedy = 重新连接即可解决。{ $app } 中的其他内容不会改变。
reconnect-button = 重新连接
reconnect-no-input = 无需填写任何内容。点击“重新连接”，其余由我们完成。
reconnect-done-title = { $service } 已重新连接
reconnect-done-text = { $app } 又可以使用它了。
reconnect-gone-title = 此连接已不存在
reconnect-gone-text = { $app } 已移除需要重新连接的连接。请返回 { $app }，在那里连接您的账号。如果您是通过链接打开的，请向发送者索取新链接。
reconnect-date = { $year } 年 { $month ->
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
} 月 { $day } 日
