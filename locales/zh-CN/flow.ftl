# 对方服务页面前后：离开、等待、返回。

leaving-title = 正在前往 { $service }
leaving-text = 如果没有反应，请点击按钮。
ready-title = 前往 { $service } 继续
ready-text = { $service } 将在单独的窗口中打开。请保留此页面。
away-title = 正在等待 { $service }
away-text = 请在打开的窗口中完成操作，此页面会自动更新。
away-text-here = 您已前往 { $service }，但尚未在那里完成操作。
away-again = 再次打开 { $service }
away-cancel = 取消
exchange-title = 正在连接 { $service }
exchange-text = 请稍候，我们正在向 { $service } 获取最后一项信息。
result-close = 您可以关闭此窗口，返回 { $app }。
result-close-window = 关闭窗口
interstitial-title = 要连接 { $service } 吗？
interstitial-text = 我们无法确认将您带到这里的链接来自何处。请仅在您本人从 { $app } 发起了此连接时才继续。
resubmit-title = 即将完成
resubmit-text = 请稍候。
resubmit-continue = 继续

flow-denied = 未在 { $service } 中允许访问。如果这不是您的本意，请重试并在那里允许访问。
flow-approval = 仍需 { $service } 的管理员批准。请联系管理员，批准后再次连接。
flow-no-answer = { $service } 未及时响应。请过几分钟再试。
flow-refused = { $service } 未接受此次登录。请重试；如果再次出现，请将参考编号告知 { $app } 的运营人员。
flow-owner = 与 { $service } 的连接设置有误。只有 { $app } 的运营人员能够解决，请将参考编号告知他们。
flow-definition-changed = 在您前往 { $service } 期间，连接方式已更改。未建立任何连接。请重试。
flow-values = 使用这些值无法访问 { $service }。请检查您填写的内容，然后重试。
flow-foreign-installation = { $service } 中的此安装属于其他人，因此未连接。请使用有权查看它的账号登录 { $service }，然后重试。
flow-other-server = 响应并非来自我们引导您前往的服务器，因此未被采用。请重试。
flow-too-late = 在 { $service } 中的操作用时过长。请重试，您有半小时的时间。
flow-cancelled = 您已取消。未连接任何账号。
flow-not-stored = { $service } 已同意，但未能保存连接。请稍等一分钟再试。
flow-unknown = 未能连接 { $service }。请稍等一分钟再试。

flow-closed-browser-title = 请在开始的地方完成操作
flow-closed-browser-text = 此连接是在其他浏览器或窗口中开始的。请返回那里；为保护您的安全，无法在此处完成。
flow-closed-used-title = 此操作已完成
flow-closed-used-text = 从服务返回的链接只能使用一次。您可以关闭此窗口，返回 { $app }。
flow-closed-expired-title = 用时过长
flow-closed-expired-text = 此次连接的时间已过。请关闭此窗口，返回 { $app } 重新开始。
flow-closed-unknown-title = 找不到此连接
flow-closed-unknown-text = 将您带到这里的地址不完整，或不属于我们。请返回 { $app } 重新开始。
flow-start-used-title = 此按钮已使用过
flow-start-used-text = 请返回 { $app }，那里的页面会显示当前状态。
