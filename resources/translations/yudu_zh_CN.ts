<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{file} cannot be used: {reason}.</source>
        <translation>无法使用 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file}: {provider} {generation}, {rows} rows</source>
        <translation>{file}：{provider} {generation}，{rows} 行</translation>
    </message>
    <message>
        <source>  new {new}, changed {changed}, known {known}, to review {to_review}</source>
        <translation>  新增 {new}，更新 {changed}，已有 {known}，待确认 {to_review}</translation>
    </message>
    <message>
        <source>Due before {day}: {total}</source>
        <translation>{day} 之前应还：{total}</translation>
    </message>
    <message>
        <source>Not enough is known for a score: {coverage}% of what counts.</source>
        <translation>资料还不够打分：目前只覆盖 {coverage}%。</translation>
    </message>
    <message>
        <source>Limit health {score} ({low}–{high}), {band}; {coverage}% of what counts is known</source>
        <translation>额度健康 {score} 分（{low}–{high}），{band}；资料覆盖 {coverage}%</translation>
    </message>
    <message>
        <source>No warnings.</source>
        <translation>没有预警。</translation>
    </message>
    <message>
        <source>the lender&apos;s own figures</source>
        <translation>按贷方数字</translation>
    </message>
    <message>
        <source>{amount} paid back beside it</source>
        <translation>另提前还本 {amount}</translation>
    </message>
    <message>
        <source>penalty {amount}</source>
        <translation>罚息 {amount}</translation>
    </message>
    <message>
        <source>{path}: no damage found.</source>
        <translation>{path}：未发现损坏。</translation>
    </message>
    <message>
        <source>Dues</source>
        <translation>还款日</translation>
    </message>
    <message>
        <source>{file}: {count} dues</source>
        <translation>{file}：{count} 笔应还</translation>
    </message>
    <message>
        <source>Add a loan</source>
        <translation>添加借款</translation>
    </message>
    <message>
        <source>On its own</source>
        <translation>不在额度内</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>产品模板</translation>
    </message>
    <message>
        <source>Known tables</source>
        <translation>已认识的表格</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>It is of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>None. A table that Yudu does not know is asked about once.</source>
        <translation>还没有。遇到不认识的表格，只问一次。</translation>
    </message>
    <message>
        <source>Files with these columns are read as you said. A forgotten one is asked about again; what was imported stays.</source>
        <translation>列名相同的文件按你说的读取。忘记之后会再问一次；已导入的记录不变。</translation>
    </message>
    <message>
        <source>Roughly is enough, such as 2022-03; older accounts count as better</source>
        <translation>大概即可，例如 2022-03；账户开得越久越好</translation>
    </message>
    <message>
        <source>Amount borrowed</source>
        <translation>借款金额</translation>
    </message>
    <message>
        <source>Drawn on</source>
        <translation>借款日</translation>
    </message>
    <message>
        <source>Add an entry to {name}</source>
        <translation>给{name}记一笔</translation>
    </message>
    <message>
        <source>Correct an entry of {name}</source>
        <translation>更正{name}的一笔</translation>
    </message>
    <message>
        <source>Fees are kept on early payoff</source>
        <translation>提前结清时，剩余手续费照收</translation>
    </message>
    <message>
        <source>Posted on</source>
        <translation>入账日</translation>
    </message>
    <message>
        <source>The day the statement has it on</source>
        <translation>以账单上的入账日为准</translation>
    </message>
    <message>
        <source>Fee as charged</source>
        <translation>实收手续费</translation>
    </message>
    <message>
        <source>Empty: by the terms</source>
        <translation>留空则按规则算</translation>
    </message>
    <message>
        <source>What of</source>
        <translation>分期对象</translation>
    </message>
    <message>
        <source>Number of periods</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>Fee, % of the amount</source>
        <translation>手续费，金额的 %</translation>
    </message>
    <message>
        <source>Pay off an instalment of {name}</source>
        <translation>提前结清{name}的分期</translation>
    </message>
    <message>
        <source>Pay it off</source>
        <translation>结清</translation>
    </message>
    <message>
        <source>All principal that is left of {amount} is billed on this day, and what fees the contract keeps.</source>
        <translation>这笔 {amount} 分期的剩余本金当天一次入账；合同规定照收的手续费也一并入账。</translation>
    </message>
    <message>
        <source>Repayment</source>
        <translation>还款</translation>
    </message>
    <message>
        <source>Instalment {number} of {name}</source>
        <translation>{name} 第 {number} 期</translation>
    </message>
    <message>
        <source>Interest of the period</source>
        <translation>本期利息</translation>
    </message>
    <message>
        <source>Equal instalment</source>
        <translation>等额月供</translation>
    </message>
    <message>
        <source>Penalty beside it</source>
        <translation>另有罚息</translation>
    </message>
    <message>
        <source>+ {amount} interest of the days before that was not paid</source>
        <translation>＋此前未付利息 {amount}</translation>
    </message>
    <message>
        <source>− {amount} that is not paid yet</source>
        <translation>− 尚未支付 {amount}</translation>
    </message>
    <message>
        <source>principal {amount}</source>
        <translation>本金 {amount}</translation>
    </message>
    <message>
        <source>fee {amount}</source>
        <translation>费用 {amount}</translation>
    </message>
    <message>
        <source>after instalment {number}</source>
        <translation>第 {number} 期之后</translation>
    </message>
    <message>
        <source>the loan, drawn on {day}</source>
        <translation>{day} 借出的本金</translation>
    </message>
    <message>
        <source>Principal before</source>
        <translation>期初本金</translation>
    </message>
    <message>
        <source>paid back beside the instalments, taken off before</source>
        <translation>分期之外提前归还，已先扣除</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>提前归还</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>利率</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>计息天数</translation>
    </message>
    <message>
        <source>solved before instalment {number} on {balance}, {count} periods left</source>
        <translation>第 {number} 期前按本金 {balance}、剩 {count} 期求得</translation>
    </message>
    <message>
        <source>Principal after</source>
        <translation>期末本金</translation>
    </message>
    <message>
        <source>changed, since {day}</source>
        <translation>{day} 起调整</translation>
    </message>
    <message>
        <source>contract of {day}, as in the template of {product}</source>
        <translation>{day} 的合同，与{product}模板一致</translation>
    </message>
    <message>
        <source>contract of {day}, as you entered it</source>
        <translation>{day} 的合同，按你填写的</translation>
    </message>
    <message>
        <source>The equal instalment is rounded half-up as well; the last one takes the rest.</source>
        <translation>等额月供同样四舍五入，尾差归最后一期。</translation>
    </message>
    <message>
        <source>{state}: {paid} paid, {open} still to pay.</source>
        <translation>{state}：已还 {paid}，还需还 {open}。</translation>
    </message>
    <message>
        <source>{amount} is not asked any more.</source>
        <translation>其中 {amount} 不再要求归还。</translation>
    </message>
    <message>
        <source>From {day} on the lender asks no more.</source>
        <translation>自 {day} 起放款方不再要求归还。</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>借款本金</translation>
    </message>
    <message>
        <source>contract of {day}</source>
        <translation>{day} 的合同</translation>
    </message>
    <message>
        <source>Principal repaid</source>
        <translation>已还本金</translation>
    </message>
    <message>
        <source>the repayments below</source>
        <translation>见下方各笔还款</translation>
    </message>
    <message>
        <source>Still to pay with interest</source>
        <translation>含息待还</translation>
    </message>
    <message>
        <source>by the schedule</source>
        <translation>按还款计划</translation>
    </message>
    <message>
        <source>Principal left of {name}</source>
        <translation>{name} 剩余本金</translation>
    </message>
    <message>
        <source>Principal repaid {total}</source>
        <translation>已还本金合计 {total}</translation>
    </message>
    <message>
        <source>What is still open of every instalment, interest to come included. Paying the loan off today costs less, as interest to come is not due then.</source>
        <translation>各期尚未还的部分，含以后才产生的利息。今天一次还清会少一些，因为以后的利息不再产生。</translation>
    </message>
    <message>
        <source>The interest and the fee of every instalment, paid or not.</source>
        <translation>各期的利息与费用，不论是否已还。</translation>
    </message>
    <message>
        <source>Interest + fees</source>
        <translation>利息＋费用</translation>
    </message>
    <message>
        <source>more than was owed {amount}</source>
        <translation>多付 {amount}</translation>
    </message>
    <message>
        <source>A repayment settles the instalments in the order of their due days; of each first the interest, then the fee, then the principal.</source>
        <translation>还款按到期先后抵各期；每期先抵利息，再抵费用，后抵本金。</translation>
    </message>
    <message>
        <source>Paid back beside the instalments: all of it is principal, but for the fee of paying early.</source>
        <translation>分期之外的提前还款：除提前还款费用外，全部抵本金。</translation>
    </message>
    <message>
        <source>It paid the loan off: beyond the principal left it is interest and fees.</source>
        <translation>这笔还清了借款：超出剩余本金的部分是利息与费用。</translation>
    </message>
    <message>
        <source>The penalty part is as it was entered; it settles nothing of the schedule.</source>
        <translation>罚息部分按填写的数字，不抵任何一期。</translation>
    </message>
    <message>
        <source>Repayment of {day}</source>
        <translation>{day} 的还款</translation>
    </message>
    <message>
        <source>entered for {day}</source>
        <translation>按 {day} 记录</translation>
    </message>
    <message>
        <source>No template</source>
        <translation>不用模板</translation>
    </message>
    <message>
        <source>Correct an application</source>
        <translation>更正申请记录</translation>
    </message>
    <message>
        <source>Other lenders see it in the credit record</source>
        <translation>其他放款方能在征信里看到</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>放款方</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询方式</translation>
    </message>
    <message>
        <source>Your own look at your record is seen by nobody: leave it off</source>
        <translation>本人查询不会被其他放款方看到，请不要勾选</translation>
    </message>
    <message>
        <source>Correct a Zhima score</source>
        <translation>更正芝麻分</translation>
    </message>
    <message>
        <source>From 350 to 950, as the app shows it</source>
        <translation>350–950，按 App 里显示的填</translation>
    </message>
    <message>
        <source>It is renewed on the 6th of a month. It is kept as a fact; nothing is predicted from it.</source>
        <translation>每月 6 日更新。只作为事实记下，不据此做任何预测。</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>查看日期</translation>
    </message>
    <message>
        <source>Log an overdue</source>
        <translation>记一次逾期</translation>
    </message>
    <message>
        <source>Correct an overdue</source>
        <translation>更正逾期记录</translation>
    </message>
    <message>
        <source>None in this book</source>
        <translation>不在本账本里</translation>
    </message>
    <message>
        <source>Line or loan</source>
        <translation>额度或借款</translation>
    </message>
    <message>
        <source>Was due on</source>
        <translation>应还日</translation>
    </message>
    <message>
        <source>Empty, and no days below: still open</source>
        <translation>和下面的天数都留空：仍未还清</translation>
    </message>
    <message>
        <source>Empty: counted from the two days above</source>
        <translation>留空则按上面两个日期计算</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Applications are complete</source>
        <translation>申请记录已齐全</translation>
    </message>
    <message>
        <source>Every application and query since this day is in the log. Empty: you cannot say.</source>
        <translation>这一天以后的每次申请和查询都已记在这里。说不准就留空。</translation>
    </message>
    <message>
        <source>Kind of lender</source>
        <translation>放款方类型</translation>
    </message>
    <message>
        <source>Fee, % of the loan</source>
        <translation>手续费，占借款 %</translation>
    </message>
    <message>
        <source>The fee is for</source>
        <translation>手续费按</translation>
    </message>
    <message>
        <source>Drawn under</source>
        <translation>所用额度</translation>
    </message>
    <message>
        <source>As the contract states it</source>
        <translation>按合同填写</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>到账金额</translation>
    </message>
    <message>
        <source>Only if less than was borrowed</source>
        <translation>少于借款金额时才填</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>计息方式</translation>
    </message>
    <message>
        <source>Days of a year</source>
        <translation>一年按几天</translation>
    </message>
    <message>
        <source>Days after the statement day</source>
        <translation>账单日后几天</translation>
    </message>
    <message>
        <source>The day it was drawn</source>
        <translation>同借款日</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>还款日</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>每月几号</translation>
    </message>
    <message>
        <source>First due date</source>
        <translation>首期还款日</translation>
    </message>
    <message>
        <source>First due date, if stated</source>
        <translation>首期还款日（合同写明时）</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>添加额度</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>编辑：{name}</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>开通日</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>额度类型</translation>
    </message>
    <message>
        <source>Day of the month; empty if not known</source>
        <translation>每月几号；不清楚就留空</translation>
    </message>
    <message>
        <source>Change the limit of {name}</source>
        <translation>记录调额：{name}</translation>
    </message>
    <message>
        <source>Correct a limit of {name}</source>
        <translation>更正额度：{name}</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新额度</translation>
    </message>
    <message>
        <source>Of another day? Delete this limit and add it anew.</source>
        <translation>日期不对？请删掉这一条，再按正确的日期添加。</translation>
    </message>
    <message>
        <source>Another rate…</source>
        <translation>利率变更…</translation>
    </message>
    <message>
        <source>More periods…</source>
        <translation>展期…</translation>
    </message>
    <message>
        <source>Lender&apos;s own figures…</source>
        <translation>按贷方数字填写…</translation>
    </message>
    <message>
        <source>Nothing has changed this plan. A repricing by the LPR, more time, or an instalment that the lender states otherwise is entered here.</source>
        <translation>还款计划没有变更过。LPR 重定价、展期，或贷方给出的某期数字与计算不同，都可以记在这里。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>What it is now</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>Another rate</source>
        <translation>利率变更</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>展期</translation>
    </message>
    <message>
        <source>Lender&apos;s own figures of no. {number}</source>
        <translation>第 {number} 期按贷方数字</translation>
    </message>
    <message>
        <source>1 more period</source>
        <translation>增加 1 期</translation>
    </message>
    <message>
        <source>{count} more periods</source>
        <translation>增加 {count} 期</translation>
    </message>
    <message>
        <source>Reason, as the lender gave it</source>
        <translation>放款方给出的原因</translation>
    </message>
    <message>
        <source>Record a repayment</source>
        <translation>记一笔还款</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>借款</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>还款日期</translation>
    </message>
    <message>
        <source>It was paid on its due day</source>
        <translation>其实是按时还的</translation>
    </message>
    <message>
        <source>Recorded so, it is 1 day late</source>
        <translation>这样记，算逾期 1 天</translation>
    </message>
    <message>
        <source>Recorded so, it is {days} days late</source>
        <translation>这样记，算逾期 {days} 天</translation>
    </message>
    <message>
        <source>Correct a repayment</source>
        <translation>更正还款</translation>
    </message>
    <message>
        <source>This pays the loan off</source>
        <translation>这笔还款结清了借款</translation>
    </message>
    <message>
        <source>Loan or line</source>
        <translation>借款或额度账户</translation>
    </message>
    <message>
        <source>Penalty in it</source>
        <translation>其中罚息</translation>
    </message>
    <message>
        <source>What of the amount was asked for being late</source>
        <translation>还款金额里因逾期多收的部分</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>It pays the loan off: with another day, the payoff moves to that day.</source>
        <translation>借款由这笔还款结清；改了日期，结清日也随之改变。</translation>
    </message>
    <message>
        <source>About {amount} would pay it off today: the principal and the interest to this day. What your lender asks counts: enter that, whatever it is.</source>
        <translation>今天结清约需 {amount}：剩余本金加到今天为止的利息。以放款方实收为准，收了多少就填多少。</translation>
    </message>
    <message>
        <source>Next due: {amount} on {day}</source>
        <translation>下一期：{day} 应还 {amount}</translation>
    </message>
    <message>
        <source>Owed, not billed yet: {amount}</source>
        <translation>已用、尚未出账：{amount}</translation>
    </message>
    <message>
        <source>Split a repayment</source>
        <translation>拆分还款</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>{amount} was paid to {name} on {day}. A part of it goes to another loan or line, on the same day.</source>
        <translation>{day} 向“{name}”还了 {amount}。把其中一部分记到另一笔借款或额度账户，日期不变。</translation>
    </message>
    <message>
        <source>Part that goes there</source>
        <translation>拆出的金额</translation>
    </message>
    <message>
        <source>To</source>
        <translation>记到</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>再看 {count} 条</translation>
    </message>
    <message>
        <source>• {text} (grade {grade}, source {source})</source>
        <translation>• {text}（依据等级 {grade}，来源 {source}）</translation>
    </message>
    <message>
        <source>Checked on {day}; your contract always wins.</source>
        <translation>核对于 {day}；一切以你的合同为准。</translation>
    </message>
    <message>
        <source>Yudu</source>
        <translation>余度</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>借款</translation>
    </message>
    <message>
        <source>No lines and no loans yet.</source>
        <translation>还没有额度和借款。</translation>
    </message>
    <message>
        <source>Search loans and lines</source>
        <translation>搜索借款和额度</translation>
    </message>
    <message>
        <source>Which loans and lines</source>
        <translation>显示哪些借款和额度</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结清</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Nothing fits what is looked for.</source>
        <translation>没有符合条件的借款或额度。</translation>
    </message>
    <message>
        <source>Lines and loans</source>
        <translation>额度与借款</translation>
    </message>
    <message>
        <source>Principal left</source>
        <translation>剩余本金</translation>
    </message>
    <message>
        <source>True cost</source>
        <translation>真实年化</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下期</translation>
    </message>
    <message>
        <source>under {line}</source>
        <translation>{line} 名下</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Limits are changed on the page Loans</source>
        <translation>调额请在「借款」页记录</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing is logged yet. Queries of your record, readings and overdues stand here.</source>
        <translation>还没有记录。申请与征信查询、芝麻分、逾期会列在这里。</translation>
    </message>
    <message>
        <source>Say since when…</source>
        <translation>填写起始日…</translation>
    </message>
    <message>
        <source>Applications are not said to be complete.</source>
        <translation>尚未确认申请记录是否齐全。</translation>
    </message>
    <message>
        <source>Applications are complete since {day}.</source>
        <translation>{day} 起的申请记录已齐全。</translation>
    </message>
    <message>
        <source>Choose a row of the log first.</source>
        <translation>请先在记录里选一行。</translation>
    </message>
    <message>
        <source>Deleted. Ctrl+Z brings it back.</source>
        <translation>已删除，按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Zhima score</source>
        <translation>芝麻分</translation>
    </message>
    <message>
        <source>own query, seen by nobody</source>
        <translation>本人查询，他人看不到</translation>
    </message>
    <message>
        <source>Change the limit</source>
        <translation>记录调额</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>还款计划</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已免除</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>利息与费用</translation>
    </message>
    <message>
        <source>lender&apos;s figures</source>
        <translation>贷方数字</translation>
    </message>
    <message>
        <source>{amount} prepaid</source>
        <translation>提前还 {amount}</translation>
    </message>
    <message>
        <source>Paid back early</source>
        <translation>提前还款</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>期</translation>
    </message>
    <message>
        <source>The oldest is paid first, and its penalty stops. If you cannot pay now, ask the lender for a plan.</source>
        <translation>还款先冲最早的一期，那一期的罚息随之停止。暂时还不上，可以主动联系贷方协商。</translation>
    </message>
    <message>
        <source>What it takes to settle</source>
        <translation>结清要多少</translation>
    </message>
    <message>
        <source>If I cannot pay</source>
        <translation>如果还不上</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应还日</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>1 instalment is overdue: {amount}</source>
        <translation>有 1 期逾期：{amount}</translation>
    </message>
    <message>
        <source>{count} instalments are overdue: {amount}</source>
        <translation>有 {count} 期逾期：{amount}</translation>
    </message>
    <message>
        <source>and {count} more, in the schedule below</source>
        <translation>还有 {count} 期，见下方还款计划</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>Penalty to today {penalty}; each further day costs about {more}.</source>
        <translation>至今罚息 {penalty}，每多一天约多付 {more}。</translation>
    </message>
    <message>
        <source>No penalty so far; each further day costs about {more}.</source>
        <translation>目前没有罚息，每多一天约多付 {more}。</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Interest, fee</source>
        <translation>利息与费用</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>应还金额</translation>
    </message>
    <message>
        <source>Row {number}, {name}</source>
        <translation>第 {number} 行，{name}</translation>
    </message>
    <message>
        <source>Cost and rates</source>
        <translation>费用与利率</translation>
    </message>
    <message>
        <source>Credit record</source>
        <translation>征信记录</translation>
    </message>
    <message>
        <source>Yearly cost</source>
        <translation>年化成本</translation>
    </message>
    <message>
        <source>As advertised</source>
        <translation>宣传口径</translation>
    </message>
    <message>
        <source>Simple (nominal)</source>
        <translation>单利年化</translation>
    </message>
    <message>
        <source>Compound (effective)</source>
        <translation>复利年化</translation>
    </message>
    <message>
        <source>By the contract, month by month (IRR)</source>
        <translation>按合同，逐月计（IRR）</translation>
    </message>
    <message>
        <source>By the contract, by days (XIRR)</source>
        <translation>按合同，按实际天数计（XIRR）</translation>
    </message>
    <message>
        <source>The fee by itself</source>
        <translation>单算手续费</translation>
    </message>
    <message>
        <source>As it went, the rest as planned</source>
        <translation>按实际还款，余下按计划</translation>
    </message>
    <message>
        <source>The fee is advertised as {all}% in all, or {yearly}% a year.</source>
        <translation>手续费宣传为共 {all}%，或每年 {yearly}%。</translation>
    </message>
    <message>
        <source>All fees count, on what was really received, as the central bank&apos;s notice of 2021 asks.</source>
        <translation>按实际到手金额，计入全部费用，口径同央行 2021 年第 3 号公告。</translation>
    </message>
    <message>
        <source>Beside the principal</source>
        <translation>本金之外要付</translation>
    </message>
    <message>
        <source>By the contract</source>
        <translation>按合同</translation>
    </message>
    <message>
        <source>As it went</source>
        <translation>按实际</translation>
    </message>
    <message>
        <source>The law&apos;s cap</source>
        <translation>法规上限</translation>
    </message>
    <message>
        <source>{rate}% simple a year, {standing}</source>
        <translation>单利年化 {rate}%，{standing}</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>值得留意</translation>
    </message>
    <message>
        <source>No rule about cost speaks up for this loan.</source>
        <translation>这笔借款没有触发成本方面的提示。</translation>
    </message>
    <message>
        <source>Interest in all</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Fees in all</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>罚息</translation>
    </message>
    <message>
        <source>Pays the loan off</source>
        <translation>结清借款</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 还款</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>待还</translation>
    </message>
    <message>
        <source>minimum {amount}</source>
        <translation>最低 {amount}</translation>
    </message>
    <message>
        <source>Statement file</source>
        <translation>账单文件</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工记录</translation>
    </message>
    <message>
        <source>Loans under it</source>
        <translation>名下借款</translation>
    </message>
    <message>
        <source>Repayments</source>
        <translation>还款记录</translation>
    </message>
    <message>
        <source>Limit history</source>
        <translation>额度变化</translation>
    </message>
    <message>
        <source>of {limit}</source>
        <translation>额度 {limit}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>关闭：{name}</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From this day the lender asks no more: the debt was written off, or settled elsewhere. What is still open counts as waived, not as paid.</source>
        <translation>从这天起，放款方不再要求还款：债务已核销，或已在别处了结。未还的部分记为免除，不算已还。</translation>
    </message>
    <message>
        <source>From this day nothing can be drawn or bought with it. What is owed on it stays owed.</source>
        <translation>从这天起，不能再用它借款或消费。已经欠下的仍要还。</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>关闭日</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Re-open {name}</source>
        <translation>重新启用：{name}</translation>
    </message>
    <message>
        <source>Re-open it</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Open again from</source>
        <translation>重新启用日</translation>
    </message>
    <message>
        <source>{count} open loans · {total}</source>
        <translation>{count} 笔 · {total}</translation>
    </message>
    <message>
        <source>More: edit, close, delete</source>
        <translation>更多：编辑、关闭、删除</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>下方显示的内容</translation>
    </message>
    <message>
        <source>Add a loan drawn from it</source>
        <translation>补记一笔借款</translation>
    </message>
    <message>
        <source>Enter the card terms</source>
        <translation>填写账单规则</translation>
    </message>
    <message>
        <source>With its contract&apos;s terms Yudu reckons statements, minimum payment and interest by itself.</source>
        <translation>填好合同里的账单规则，余度就能自己算出账单、最低还款和利息。</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>No statement is on record. “Add a statement” takes one over as the lender states it.</source>
        <translation>还没有账单。点“添加账单”，照贷方的账单填写即可。</translation>
    </message>
    <message>
        <source>No payment to it is on record. What was paid to a loan under it stands with that loan.</source>
        <translation>这里还没有还款记录。名下借款的还款，记在各笔借款里。</translation>
    </message>
    <message>
        <source>No loan under it is on record.</source>
        <translation>名下没有借款记录。</translation>
    </message>
    <message>
        <source>No statement yet: the first comes once something is on record.</source>
        <translation>还没有账单。有了记录，到出账日就会生成。</translation>
    </message>
    <message>
        <source>Nothing is noted yet. “Add an entry” takes purchases, refunds, fees and instalments.</source>
        <translation>还没有记录。消费、退款、费用和分期，都可以点“记一笔”添加。</translation>
    </message>
    <message>
        <source>How it came about…</source>
        <translation>看明细…</translation>
    </message>
    <message>
        <source>State what yours says…</source>
        <translation>按实际账单填写…</translation>
    </message>
    <message>
        <source>Pay it off early…</source>
        <translation>提前结清…</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>怎么还</translation>
    </message>
    <message>
        <source>To pay now</source>
        <translation>本期应还</translation>
    </message>
    <message>
        <source>Unbilled</source>
        <translation>未出账</translation>
    </message>
    <message>
        <source>Next bill</source>
        <translation>下次出账</translation>
    </message>
    <message>
        <source>Next statement</source>
        <translation>下次出账</translation>
    </message>
    <message>
        <source>Of it at least</source>
        <translation>最低还款</translation>
    </message>
    <message>
        <source>Pay by</source>
        <translation>还款日</translation>
    </message>
    <message>
        <source>Paid off</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>剩余应还</translation>
    </message>
    <message>
        <source>Simple yearly cost</source>
        <translation>单利年化</translation>
    </message>
    <message>
        <source>Compound yearly cost</source>
        <translation>复利年化</translation>
    </message>
    <message>
        <source>Periods left</source>
        <translation>还剩期数</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Interest, fees</source>
        <translation>利息与费用</translation>
    </message>
    <message>
        <source>paid in full</source>
        <translation>已全额还清</translation>
    </message>
    <message>
        <source>minimum missed</source>
        <translation>未还够最低</translation>
    </message>
    <message>
        <source>revolved</source>
        <translation>循环计息</translation>
    </message>
    <message>
        <source>Ways to pay</source>
        <translation>几种还法</translation>
    </message>
    <message>
        <source>No new purchases</source>
        <translation>如果不再消费</translation>
    </message>
    <message>
        <source>Times paid</source>
        <translation>还款次数</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日（含当天）</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>还款</translation>
    </message>
    <message>
        <source>The last on</source>
        <translation>还清日</translation>
    </message>
    <message>
        <source>never ends</source>
        <translation>还不清</translation>
    </message>
    <message>
        <source>Temporary limits</source>
        <translation>临时额度</translation>
    </message>
    <message>
        <source>Limit in all</source>
        <translation>总额度</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>额度变化</translation>
    </message>
    <message>
        <source>to pay it off today about {amount}</source>
        <translation>今天结清约需 {amount}</translation>
    </message>
    <message>
        <source>closed on {day}</source>
        <translation>{day} 关闭</translation>
    </message>
    <message>
        <source>Settle on a day…</source>
        <translation>哪天结清…</translation>
    </message>
    <message>
        <source>Pay a part back early…</source>
        <translation>提前还一部分…</translation>
    </message>
    <message>
        <source>No repayment is on record yet.</source>
        <translation>还没有还款记录。</translation>
    </message>
    <message>
        <source>Back to the computed row</source>
        <translation>恢复为计算值</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用与利率</translation>
    </message>
    <message>
        <source>holidays of {years} not on record, only weekends count</source>
        <translation>{years} 年节假日安排未收录，只按周末推算</translation>
    </message>
    <message>
        <source>paid off on {day}</source>
        <translation>{day} 结清</translation>
    </message>
    <message>
        <source>{amount} waived</source>
        <translation>免除 {amount}</translation>
    </message>
    <message>
        <source>interest, fees and penalties paid {paid}, by the contract {agreed}</source>
        <translation>实付利息、费用和罚息 {paid}，按合同应为 {agreed}</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>少付 {amount}</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>多付 {amount}</translation>
    </message>
    <message>
        <source>statement on day {day} of the month</source>
        <translation>每月 {day} 日出账</translation>
    </message>
    <message>
        <source>to be paid by day {day}</source>
        <translation>{day} 日还款</translation>
    </message>
    <message>
        <source>{amount} bought and not billed yet</source>
        <translation>已用未出账 {amount}</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用额度</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用额度</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>开通于</translation>
    </message>
    <message>
        <source>paid off</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>{count} periods</source>
        <translation>{count} 期</translation>
    </message>
    <message>
        <source>{amount} drawn on {day}</source>
        <translation>{day} 借入 {amount}</translation>
    </message>
    <message>
        <source>interest and fees {amount}</source>
        <translation>利息与费用 {amount}</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Limit health</source>
        <translation>额度健康</translation>
    </message>
    <message>
        <source>Worked out on this computer; nobody is asked</source>
        <translation>本地计算，不查询征信</translation>
    </message>
    <message>
        <source>Score today</source>
        <translation>今日得分</translation>
    </message>
    <message>
        <source>What takes points</source>
        <translation>得分构成</translation>
    </message>
    <message>
        <source>100 less all deductions is the score</source>
        <translation>100 减去各项扣分即为总分</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>原因与下一步</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>看依据</translation>
    </message>
    <message>
        <source>{count} rules have nothing to say</source>
        <translation>{count} 条规则未触发</translation>
    </message>
    <message>
        <source>Takes {points} of at most {most} points.</source>
        <translation>扣 {points} 分，最多扣 {most} 分。</translation>
    </message>
    <message>
        <source>Not known, so it takes the average: {points} of at most {most} points.</source>
        <translation>未知，按平均扣 {points} 分，最多扣 {most} 分。</translation>
    </message>
    <message>
        <source>To know more:</source>
        <translation>想算得更准，先填：</translation>
    </message>
    <message>
        <source>{known}% known</source>
        <translation>资料覆盖 {known}%</translation>
    </message>
    <message>
        <source>Less than half of what counts is known, so there is no score yet.</source>
        <translation>资料覆盖不到一半，暂不打分。</translation>
    </message>
    <message>
        <source>The deductions come to {taken}; the score stops at 0.</source>
        <translation>扣分合计 {taken}，得分最低为 0。</translation>
    </message>
    <message>
        <source>100 − {taken} = {score}.</source>
        <translation>100 − {taken} = {score}。</translation>
    </message>
    <message>
        <source>Use of all limits</source>
        <translation>额度使用率</translation>
    </message>
    <message>
        <source>Applications in short time</source>
        <translation>短期内多次申请</translation>
    </message>
    <message>
        <source>Import statements</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Saved under Spending. Ctrl+Z takes it back.</source>
        <translation>已记入「流水」，按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Match my lender</source>
        <translation>对上放款方的数字</translation>
    </message>
    <message>
        <source>Rate, if known</source>
        <translation>利率（知道才填）</translation>
    </message>
    <message>
        <source>Leave it empty and it is searched</source>
        <translation>空着不填，就由余度来找</translation>
    </message>
    <message>
        <source>Rows of the lender&apos;s plan</source>
        <translation>放款方的还款计划</translation>
    </message>
    <message>
        <source>Two or three rows as the app shows them are enough, best the first, the second and the last. Lines copied from a table can be pasted here.</source>
        <translation>照着 App 填两三期就够，最好是第一期、第二期和最后一期。从表格里复制的几行可以直接粘贴到这里。</translation>
    </message>
    <message>
        <source>Another row</source>
        <translation>再加一行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. What you typed is still there.</source>
        <translation>已停止，填过的内容都还在。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing was searched.</source>
        <translation>还没有开始查找。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Add your first loan</source>
        <translation>添加第一笔借款</translation>
    </message>
    <message>
        <source>Due this month</source>
        <translation>本月应还</translation>
    </message>
    <message>
        <source>All debt</source>
        <translation>负债合计</translation>
    </message>
    <message>
        <source>Debt payments to income</source>
        <translation>月供收入比</translation>
    </message>
    <message>
        <source>Average yearly cost (simple)</source>
        <translation>综合年化成本（单利）</translation>
    </message>
    <message>
        <source>The next 30 days</source>
        <translation>接下来 30 天</translation>
    </message>
    <message>
        <source>What stands on this day</source>
        <translation>这一天的事项</translation>
    </message>
    <message>
        <source>What</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>Record a repayment…</source>
        <translation>记一笔还款…</translation>
    </message>
    <message>
        <source>Nothing stands on this day.</source>
        <translation>这一天没有事项。</translation>
    </message>
    <message>
        <source>The public holidays of this year are not known yet: only weekends are counted.</source>
        <translation>这一年的节假日安排还没有收录，目前只按周末算。</translation>
    </message>
    <message>
        <source>All points and warnings</source>
        <translation>查看全部得分与预警</translation>
    </message>
    <message>
        <source>Debt, past and planned</source>
        <translation>负债走势与计划</translation>
    </message>
    <message>
        <source>Overdue and the next 30 days</source>
        <translation>逾期与接下来 30 天</translation>
    </message>
    <message>
        <source>Another rate of {name}</source>
        <translation>{name}：利率变更</translation>
    </message>
    <message>
        <source>Correct a rate of {name}</source>
        <translation>更正 {name} 的利率</translation>
    </message>
    <message>
        <source>New rate</source>
        <translation>新利率</translation>
    </message>
    <message>
        <source>It counts from the first period that starts on this day or later; what fell due before stays.</source>
        <translation>从这一天或之后开始的第一期起生效，之前的各期不变。</translation>
    </message>
    <message>
        <source>It counts from this day on.</source>
        <translation>从这一天起生效。</translation>
    </message>
    <message>
        <source>Contracts add their own points to the LPR: {one}% for one year, {five}% for five, of {day}.</source>
        <translation>合同利率为 LPR 加点：{day} 公布的一年期 {one}%，五年期以上 {five}%。</translation>
    </message>
    <message>
        <source>More time for {name}</source>
        <translation>{name}：展期</translation>
    </message>
    <message>
        <source>More periods</source>
        <translation>增加期数</translation>
    </message>
    <message>
        <source>So many more than the plan has now</source>
        <translation>在现有期数之外再加几期</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>约定日期</translation>
    </message>
    <message>
        <source>The lender&apos;s own figures of {name}</source>
        <translation>{name}：按贷方数字</translation>
    </message>
    <message>
        <source>No. {number} · {day} · {amount}</source>
        <translation>第 {number} 期 · {day} · {amount}</translation>
    </message>
    <message>
        <source>As the lender&apos;s app or bill shows it. The instalments after it are worked out from there.</source>
        <translation>照贷方 App 或账单上的数字填写，之后各期由此推算。</translation>
    </message>
    <message>
        <source>Which instalment</source>
        <translation>哪一期</translation>
    </message>
    <message>
        <source>Principal part</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Interest part</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Fee part</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Together {total}</source>
        <translation>合计 {total}</translation>
    </message>
    <message>
        <source>Paid {paid} · to pay {open}</source>
        <translation>已还 {paid} · 待还 {open}</translation>
    </message>
    <message>
        <source>{overdue} overdue · {paid}</source>
        <translation>已逾期 {overdue} · {paid}</translation>
    </message>
    <message>
        <source>Enter your income in Settings</source>
        <translation>请在设置里填写每月到手收入</translation>
    </message>
    <message>
        <source>Enter your cash</source>
        <translation>填写手头现金</translation>
    </message>
    <message>
        <source>Enter income and payday</source>
        <translation>填写收入和发薪日</translation>
    </message>
    <message>
        <source>Enter the cash you have to see whether it is enough.</source>
        <translation>填写手头现金，就能看出够不够还。</translation>
    </message>
    <message>
        <source>What to do when it is not enough</source>
        <translation>还不上怎么办</translation>
    </message>
    <message>
        <source>Not enough</source>
        <translation>不够还</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>够还</translation>
    </message>
    <message>
        <source>Not all known</source>
        <translation>资料不全</translation>
    </message>
    <message>
        <source>No warnings among what can be judged; {count} cannot.</source>
        <translation>能判断的都没有预警；另有 {count} 项资料不足。</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Solid: what was owed · dashed: as agreed</source>
        <translation>实线：实际 · 虚线：按现有计划</translation>
    </message>
    <message>
        <source>paid off in {month}</source>
        <translation>预计 {month} 还清</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>已发生</translation>
    </message>
    <message>
        <source>As agreed</source>
        <translation>按约定</translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation>看图</translation>
    </message>
    <message>
        <source>Look around with a sample book</source>
        <translation>先看看示例账本</translation>
    </message>
    <message>
        <source>A made-up year of one person&apos;s debts fills this book. Throw it away whenever you like.</source>
        <translation>用一个虚构人物的账目填好账本，随便点、随便看，看完可以整本清掉。</translation>
    </message>
    <message>
        <source>Three short questions: income and payday, cash now, the first debt. Skip any of them.</source>
        <translation>三个小问题：收入和发薪日、现在的现金、第一笔负债。每一个都可以跳过。</translation>
    </message>
    <message>
        <source>Import my statements</source>
        <translation>导入我的账单</translation>
    </message>
    <message>
        <source>A year of entries in one go, shown before anything is kept. The file stays on this computer.</source>
        <translation>一次导入一年的流水，先看清楚再决定存不存。文件不离开这台电脑。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Answer the three questions</source>
        <translation>回答三个问题</translation>
    </message>
    <message>
        <source>This is the sample book: its persons and figures are made up.</source>
        <translation>这是示例账本，人物和数字都是虚构的。</translation>
    </message>
    <message>
        <source>Throw it away and start with my own</source>
        <translation>清掉示例，记自己的账</translation>
    </message>
    <message>
        <source>Empties this book, what you added to it included. Ctrl+Z brings it back.</source>
        <translation>清空整本账，包括你后来添加的内容。按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Nothing is in this book yet. Three ways to begin; none of them is for good.</source>
        <translation>账本还是空的。有三种开始的办法，选哪种都可以反悔。</translation>
    </message>
    <message>
        <source>No debt is in this book yet. Add one to see what is due and whether it can be paid.</source>
        <translation>账本里还没有负债。添加一笔，就能看到何时该还、够不够还。</translation>
    </message>
    <message>
        <source>{count} transactions are in this book, but no lines and no loans.</source>
        <translation>账本里有 {count} 笔流水，但还没有额度和借款。</translation>
    </message>
    <message>
        <source>{count} of them repay a debt or pay out a loan: add those loans to see what is due and when.</source>
        <translation>其中 {count} 笔是还款或放款：把对应的借款加进来，就能看到何时该还多少。</translation>
    </message>
    <message>
        <source>{name} · {number} of {periods}</source>
        <translation>{name} · 第 {number}/{periods} 期</translation>
    </message>
    <message>
        <source>{name} · statement</source>
        <translation>{name} · 账单</translation>
    </message>
    <message>
        <source>bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>statement day</source>
        <translation>账单日</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Income not known</source>
        <translation>收入未知</translation>
    </message>
    <message>
        <source>What was bought until then is billed</source>
        <translation>到这一天为止的消费出账</translation>
    </message>
    <message>
        <source>{paid} paid, {rest} went on into the next statement</source>
        <translation>已还 {paid}，余下 {rest} 转入下一期账单</translation>
    </message>
    <message>
        <source>{state} on {day}</source>
        <translation>{day} {state}</translation>
    </message>
    <message>
        <source>{open} of {asked} to pay</source>
        <translation>应还 {asked}，待还 {open}</translation>
    </message>
    <message>
        <source>at least {minimum}</source>
        <translation>最低 {minimum}</translation>
    </message>
    <message>
        <source>{amount} is missing</source>
        <translation>还差 {amount}</translation>
    </message>
    <message>
        <source>{count} dues on one day</source>
        <translation>一天有 {count} 笔要还</translation>
    </message>
    <message>
        <source>Revolves</source>
        <translation>循环额度</translation>
    </message>
    <message>
        <source>{change} since a month ago</source>
        <translation>较上月 {change}</translation>
    </message>
    <message>
        <source>{count} open loans</source>
        <translation>{count} 笔借款</translation>
    </message>
    <message>
        <source>No change since {day}</source>
        <translation>与 {day} 持平</translation>
    </message>
    <message>
        <source>{change} since {day}</source>
        <translation>自 {day} 以来 {change}</translation>
    </message>
    <message>
        <source>No open loans</source>
        <translation>没有在还的借款</translation>
    </message>
    <message>
        <source>Dearest {cost}% · {name}</source>
        <translation>最高 {cost}% · {name}</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Your book is safe: what was saved before is there.</source>
        <translation>程序出错了。账本是安全的：之前保存的内容都在。</translation>
    </message>
    <message>
        <source>A fault of the program</source>
        <translation>程序故障</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>存为 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘图…</translation>
    </message>
    <message>
        <source>The chart could not be drawn.</source>
        <translation>图表绘制失败。</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Save as .ics…</source>
        <translation>导出 .ics…</translation>
    </message>
    <message>
        <source>The dues of the next year as a file for the calendar of your phone or computer</source>
        <translation>把未来一年的还款日存成文件，手机和电脑的日历都能读</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>还款日历</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Due in all</source>
        <translation>应还</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>日历文件 (*.ics)</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}). Choose another place.</source>
        <translation>无法写入 {file}（{reason}），请换个位置。</translation>
    </message>
    <message>
        <source>{count} dues of the next year are in {file}.</source>
        <translation>未来一年的 {count} 笔应还已写进 {file}。</translation>
    </message>
    <message>
        <source>Due today or overdue</source>
        <translation>今天到期或已逾期</translation>
    </message>
    <message>
        <source>Carried on</source>
        <translation>转入下期</translation>
    </message>
    <message>
        <source>Crowded</source>
        <translation>还款集中</translation>
    </message>
    <message>
        <source>Cash does not suffice</source>
        <translation>现金不够</translation>
    </message>
    <message>
        <source>Period of the rate</source>
        <translation>利率单位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{score} of 100, {word}, range {low} to {high}</source>
        <translation>{score} 分（满分 100），{word}，区间 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Explain this number</source>
        <translation>解释这个数字</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>In {days} days</source>
        <translation>还有 {days} 天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>Stressed</source>
        <translation>承压</translation>
    </message>
    <message>
        <source>Critical state</source>
        <translation>告急</translation>
    </message>
    <message>
        <source>100 less what each factor takes. An unknown factor takes the average and widens the range.</source>
        <translation>100 减去各项扣分。未知的项目按平均扣分，并使区间变宽。</translation>
    </message>
    <message>
        <source>No score yet</source>
        <translation>暂无得分</translation>
    </message>
    <message>
        <source>Range {low} to {high}: nine of ten points tables drawn anew, with any value of what is unknown, score so.</source>
        <translation>区间 {low} 至 {high}：重新抽取评分表、未知项目取任何值，十次有九次落在其中。</translation>
    </message>
    <message>
        <source>Since a month ago</source>
        <translation>较一个月前</translation>
    </message>
    <message>
        <source>{known}% known: the share of the points&apos; variance that lies in the factors that are known.</source>
        <translation>资料覆盖 {known}%：已知项目在评分差异中所占的比重。</translation>
    </message>
    <message>
        <source>Limit health on {day}</source>
        <translation>{day} 的额度健康</translation>
    </message>
    <message>
        <source>Points table {version}. Deductions come to {taken}.</source>
        <translation>评分表 {version}，扣分合计 {taken}。</translation>
    </message>
    <message>
        <source>Worst lateness</source>
        <translation>最重逾期</translation>
    </message>
    <message>
        <source>Overdue now</source>
        <translation>当前逾期</translation>
    </message>
    <message>
        <source>Payments 30 days late</source>
        <translation>满 30 天的逾期</translation>
    </message>
    <message>
        <source>Since the last such payment</source>
        <translation>距上次满 30 天的逾期</translation>
    </message>
    <message>
        <source>Bills with nothing paid</source>
        <translation>整期未还</translation>
    </message>
    <message>
        <source>Use of limits, last three statements</source>
        <translation>额度使用率（近三期账单）</translation>
    </message>
    <message>
        <source>Lines not used</source>
        <translation>额度闲置</translation>
    </message>
    <message>
        <source>Recent applications</source>
        <translation>近期申请</translation>
    </message>
    <message>
        <source>Age of the oldest account</source>
        <translation>账户年限</translation>
    </message>
    <message>
        <source>Open accounts</source>
        <translation>在用账户</translation>
    </message>
    <message>
        <source>Cash buffer</source>
        <translation>现金缓冲</translation>
    </message>
    <message>
        <source>Due dates at least 30 days late, in the last 24 months.</source>
        <translation>近 24 个月内逾期满 30 天的期数。</translation>
    </message>
    <message>
        <source>The worst lateness of the last 24 months, in classes of 30, 60 and 90 days.</source>
        <translation>近 24 个月内最重的一次逾期，按 30、60、90 天分级。</translation>
    </message>
    <message>
        <source>Due dates missed and still open: one counts 30, two or more count 60.</source>
        <translation>到期未还且仍未结清：一期记 30，两期及以上记 60。</translation>
    </message>
    <message>
        <source>Full months since a payment was last 30 days late.</source>
        <translation>距最近一次逾期满 30 天，已过的整月数。</translation>
    </message>
    <message>
        <source>Bills of the last 6 months whose whole cycle passed with nothing paid.</source>
        <translation>近 6 个月内，整个账期一分未还的账单数。</translation>
    </message>
    <message>
        <source>Balances over limits of all lines, the mean of their last three statements.</source>
        <translation>全部额度的已用占比，取近三期账单的平均。</translation>
    </message>
    <message>
        <source>1 when no line had a balance in its last three statements. It is no advice to borrow.</source>
        <translation>近三期账单均无余额时为 1。这不是劝你借款。</translation>
    </message>
    <message>
        <source>Payments due in 30 days and a tenth of the revolving balance, over the monthly net income.</source>
        <translation>未来 30 天应还分期加循环余额的一成，除以每月到手收入。</translation>
    </message>
    <message>
        <source>Applications that other lenders see, in the last 6 months.</source>
        <translation>近 6 个月内其他放款方看得到的申请次数。</translation>
    </message>
    <message>
        <source>Months since the oldest account was opened. Only time helps, and it is no fault.</source>
        <translation>最早的账户开立至今的月数。只有时间能改变，也不是过错。</translation>
    </message>
    <message>
        <source>Credit accounts that are open. It is no advice to open more.</source>
        <translation>未关闭的信贷账户数。这不是劝你多开账户。</translation>
    </message>
    <message>
        <source>Cash at hand over the monthly net income.</source>
        <translation>手头现金除以每月到手收入。</translation>
    </message>
    <message>
        <source>Not known: {input}</source>
        <translation>未知：{input}</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>已超额度</translation>
    </message>
    <message>
        <source>Debts without income</source>
        <translation>有债务而没有收入</translation>
    </message>
    <message>
        <source>{months} months of income</source>
        <translation>相当于 {months} 个月的到手收入</translation>
    </message>
    <message>
        <source>1 due date missed</source>
        <translation>1 期到期未还</translation>
    </message>
    <message>
        <source>2 or more due dates missed</source>
        <translation>2 期及以上到期未还</translation>
    </message>
    <message>
        <source>{value} in 24 months</source>
        <translation>近 24 个月 {value} 次</translation>
    </message>
    <message>
        <source>{value} days</source>
        <translation>{value} 天</translation>
    </message>
    <message>
        <source>{value} months ago</source>
        <translation>{value} 个月前</translation>
    </message>
    <message>
        <source>{value} in 6 months</source>
        <translation>近 6 个月 {value} 次</translation>
    </message>
    <message>
        <source>{value} months</source>
        <translation>{value} 个月</translation>
    </message>
    <message>
        <source>{value} open</source>
        <translation>{value} 个</translation>
    </message>
    <message>
        <source>All lines at zero</source>
        <translation>所有额度均无余额</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>needs six months of due dates: add your loans</source>
        <translation>需要至少六个月的到期记录，请添加借款</translation>
    </message>
    <message>
        <source>needs a statement of a line: add your lines and their loans</source>
        <translation>需要额度的账单，请添加额度及其下的借款</translation>
    </message>
    <message>
        <source>enter your net income in Settings</source>
        <translation>请在设置里填写每月到手收入</translation>
    </message>
    <message>
        <source>enter your essential spending in Settings</source>
        <translation>请在设置里填写每月必要支出</translation>
    </message>
    <message>
        <source>add your lines and loans</source>
        <translation>请添加额度和借款</translation>
    </message>
    <message>
        <source>enter the cash you have in Settings</source>
        <translation>请在设置里填写手头现金</translation>
    </message>
    <message>
        <source>say in Settings since when your applications are complete</source>
        <translation>请在设置中说明申请记录从哪天起完整</translation>
    </message>
    <message>
        <source>Add loans of the last months</source>
        <translation>补录近几个月的借款</translation>
    </message>
    <message>
        <source>Add lines and statements</source>
        <translation>添加额度和账单</translation>
    </message>
    <message>
        <source>Enter your income</source>
        <translation>填写收入</translation>
    </message>
    <message>
        <source>Enter essential spending</source>
        <translation>填写必要支出</translation>
    </message>
    <message>
        <source>Add lines and loans</source>
        <translation>添加额度和借款</translation>
    </message>
    <message>
        <source>Enter the cash you have</source>
        <translation>填写手头现金</translation>
    </message>
    <message>
        <source>Complete the applications</source>
        <translation>补全申请记录</translation>
    </message>
    <message>
        <source>Limit frozen</source>
        <translation>额度冻结</translation>
    </message>
    <message>
        <source>Limit cut</source>
        <translation>降额</translation>
    </message>
    <message>
        <source>Many applications</source>
        <translation>密集申请</translation>
    </message>
    <message>
        <source>Limit raised</source>
        <translation>提额</translation>
    </message>
    <message>
        <source>Limit usable again</source>
        <translation>额度恢复</translation>
    </message>
    <message>
        <source>Overdue {days} days</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Overdue 1 day</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>{count} applications</source>
        <translation>申请 {count} 次</translation>
    </message>
    <message>
        <source>Applied: {name}</source>
        <translation>申请 {name}</translation>
    </message>
    <message>
        <source>Zhima {score}</source>
        <translation>芝麻分 {score}</translation>
    </message>
    <message>
        <source>{name} frozen</source>
        <translation>{name} 冻结</translation>
    </message>
    <message>
        <source>{name} usable again</source>
        <translation>{name} 恢复可用</translation>
    </message>
    <message>
        <source>{name} closed</source>
        <translation>{name} 关闭</translation>
    </message>
    <message>
        <source>{name} paid off</source>
        <translation>结清 {name}</translation>
    </message>
    <message>
        <source>{count} within a week</source>
        <translation>一周内 {count} 次</translation>
    </message>
    <message>
        <source>{late}, still open</source>
        <translation>{late}，仍未还清</translation>
    </message>
    <message>
        <source>{late}, paid on {day}</source>
        <translation>{late}，{day} 还清</translation>
    </message>
    <message>
        <source>Poor (350–549)</source>
        <translation>较差（350–549）</translation>
    </message>
    <message>
        <source>Fair (550–599)</source>
        <translation>中等（550–599）</translation>
    </message>
    <message>
        <source>Good (600–649)</source>
        <translation>良好（600–649）</translation>
    </message>
    <message>
        <source>Very good (650–699)</source>
        <translation>优秀（650–699）</translation>
    </message>
    <message>
        <source>Excellent (700–950)</source>
        <translation>极好（700–950）</translation>
    </message>
    <message>
        <source>My own record</source>
        <translation>自己记的</translation>
    </message>
    <message>
        <source>Notice of the lender</source>
        <translation>放款方通知</translation>
    </message>
    <message>
        <source>Credit report</source>
        <translation>征信报告</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>审批中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>A local estimate; neither a Zhima score nor a credit report. It predicts no limit and no approval.</source>
        <translation>本地估算，非芝麻分/征信；不预测额度或批核。</translation>
    </message>
    <message>
        <source>Equal instalments</source>
        <translation>等额本息</translation>
    </message>
    <message>
        <source>Equal principal</source>
        <translation>等额本金</translation>
    </message>
    <message>
        <source>Interest first, principal at the end</source>
        <translation>先息后本</translation>
    </message>
    <message>
        <source>All at the end</source>
        <translation>一次性还本付息</translation>
    </message>
    <message>
        <source>Repay any time</source>
        <translation>随借随还</translation>
    </message>
    <message>
        <source>Equal principal, flat fee</source>
        <translation>等本等费</translation>
    </message>
    <message>
        <source>By months</source>
        <translation>按月计息</translation>
    </message>
    <message>
        <source>By actual days</source>
        <translation>按实际天数计息</translation>
    </message>
    <message>
        <source>360 days a year</source>
        <translation>一年 360 天</translation>
    </message>
    <message>
        <source>365 days a year</source>
        <translation>一年 365 天</translation>
    </message>
    <message>
        <source>The contract states the daily rate</source>
        <translation>合同直接约定日利率</translation>
    </message>
    <message>
        <source>% a day</source>
        <translation>%/日</translation>
    </message>
    <message>
        <source>% a month</source>
        <translation>%/月</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>The same day each month, or the month&apos;s last</source>
        <translation>每月同一天，遇短月取月末</translation>
    </message>
    <message>
        <source>29th, 30th, 31st become 25th, 26th, 27th</source>
        <translation>29、30、31 日改为 25、26、27 日</translation>
    </message>
    <message>
        <source>29th, 30th, 31st become the 21st</source>
        <translation>29、30、31 日改为 21 日</translation>
    </message>
    <message>
        <source>A day of its own</source>
        <translation>固定某一天</translation>
    </message>
    <message>
        <source>Some days after the statement day</source>
        <translation>账单日后若干天</translation>
    </message>
    <message>
        <source>The next due day</source>
        <translation>下一个还款日</translation>
    </message>
    <message>
        <source>The next due day at least 15 days away</source>
        <translation>至少隔 15 天的下一个还款日</translation>
    </message>
    <message>
        <source>The due day after the nearest</source>
        <translation>跳过最近的一个还款日</translation>
    </message>
    <message>
        <source>Each period</source>
        <translation>每期收</translation>
    </message>
    <message>
        <source>All periods together</source>
        <translation>各期合计收</translation>
    </message>
    <message>
        <source>Stays on that day</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>The next working day</source>
        <translation>顺延到下一个工作日</translation>
    </message>
    <message>
        <source>The working day before</source>
        <translation>提前到前一个工作日</translation>
    </message>
    <message>
        <source>In the last instalment</source>
        <translation>放在最后一期</translation>
    </message>
    <message>
        <source>In the first instalment</source>
        <translation>放在第一期</translation>
    </message>
    <message>
        <source>Overdue principal</source>
        <translation>逾期本金</translation>
    </message>
    <message>
        <source>Overdue principal and interest</source>
        <translation>逾期本金和利息</translation>
    </message>
    <message>
        <source>All principal still owed</source>
        <translation>全部剩余本金</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>A part of what is repaid early</source>
        <translation>按提前还的本金收一定比例</translation>
    </message>
    <message>
        <source>Some months of interest</source>
        <translation>收几个月的利息</translation>
    </message>
    <message>
        <source>The fees of all periods left</source>
        <translation>剩余各期手续费照收</translation>
    </message>
    <message>
        <source>The whole interest of the period</source>
        <translation>收当期整期利息</translation>
    </message>
    <message>
        <source>A part that falls with age</source>
        <translation>比例随借款时间递减</translation>
    </message>
    <message>
        <source>Fewer instalments of the same size</source>
        <translation>每期不变，期数减少</translation>
    </message>
    <message>
        <source>Smaller instalments, the same number</source>
        <translation>期数不变，每期减少</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Consumer finance company</source>
        <translation>消费金融公司</translation>
    </message>
    <message>
        <source>Micro-lender</source>
        <translation>小额贷款公司</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Private person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Other lender</source>
        <translation>其他放款方</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Pay-later line</source>
        <translation>先用后付</translation>
    </message>
    <message>
        <source>Cash line</source>
        <translation>现金额度</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>已降额</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>下调</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>上调</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已还</translation>
    </message>
    <message>
        <source>Paid late</source>
        <translation>逾期已还</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>部分已还</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>待还</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>额度账户</translation>
    </message>
    <message>
        <source>Used of {name}</source>
        <translation>{name} 已用额度</translation>
    </message>
    <message>
        <source>No limit is on record, so nothing is said to be available.</source>
        <translation>没有额度记录，因此不说有多少可用。</translation>
    </message>
    <message>
        <source>{status}: nothing is available.</source>
        <translation>{status}：没有可用额度。</translation>
    </message>
    <message>
        <source>What is used is not known, so nothing is said to be available.</source>
        <translation>已用额度未知，因此不说有多少可用。</translation>
    </message>
    <message>
        <source>More is used than the limit: nothing is available.</source>
        <translation>已用超过额度：没有可用额度。</translation>
    </message>
    <message>
        <source>{name}, shared by {lines} lines: {rest} of {limit} is left. The smaller of both counts.</source>
        <translation>{name}由 {lines} 个额度共用：{limit} 中还剩 {rest}，取两者中较小的。</translation>
    </message>
    <message>
        <source>Some lenders free the limit again only days after a repayment; the app of the line says so.</source>
        <translation>有的放款方在还款几天后才恢复额度，以其 App 显示为准。</translation>
    </message>
    <message>
        <source>Available of {name}</source>
        <translation>{name} 可用额度</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>No limit is on record by this day.</source>
        <translation>到这一天没有额度记录。</translation>
    </message>
    <message>
        <source>The latest entry of the limit history; it is as you entered it.</source>
        <translation>额度变化中最近的一条，按你填写的数字。</translation>
    </message>
    <message>
        <source>A temporary limit, in force until {day}; it is as you entered it.</source>
        <translation>临时额度，有效至 {day}，按你填写的。</translation>
    </message>
    <message>
        <source>Limit of {name}</source>
        <translation>{name} 额度</translation>
    </message>
    <message>
        <source>Reckoned day by day from the contract&apos;s terms and what is on record: what is billed and open, what is not billed yet, instalments to come, and the loans under it.</source>
        <translation>按合同条款与已记录的内容逐日推算：已出账未还、未出账、未入账分期，以及名下借款。</translation>
    </message>
    <message>
        <source>No statement is on record: purchases less refunds and payments run from nothing, never below it.</source>
        <translation>没有账单记录：从零开始累计消费，减去退款与还款，不低于零。</translation>
    </message>
    <message>
        <source>The open rest of the latest statement, what was bought since, and the principal of the loans under it.</source>
        <translation>最近一期账单未还部分、此后的消费，以及名下借款的剩余本金。</translation>
    </message>
    <message>
        <source>Statement less payments since</source>
        <translation>账单减去此后还款</translation>
    </message>
    <message>
        <source>statement {amount}</source>
        <translation>账单 {amount}</translation>
    </message>
    <message>
        <source>bought since {amount}</source>
        <translation>此后消费 {amount}</translation>
    </message>
    <message>
        <source>instalments to come {amount}</source>
        <translation>未入账分期 {amount}</translation>
    </message>
    <message>
        <source>loans {amount}</source>
        <translation>借款 {amount}</translation>
    </message>
    <message>
        <source>statement of {day}, reckoned</source>
        <translation>{day} 的账单，推算所得</translation>
    </message>
    <message>
        <source>statement of {day}, as you entered it</source>
        <translation>{day} 的账单，按你填写的</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>{count} payments</source>
        <translation>{count} 笔还款</translation>
    </message>
    <message>
        <source>Paid since</source>
        <translation>此后已还</translation>
    </message>
    <message>
        <source>Bought since</source>
        <translation>此后消费</translation>
    </message>
    <message>
        <source>from imported statements, less refunds</source>
        <translation>来自导入的账单，已减退款</translation>
    </message>
    <message>
        <source>{count} loans, their principal left</source>
        <translation>{count} 笔借款的剩余本金</translation>
    </message>
    <message>
        <source>in force since {day}</source>
        <translation>{day} 起有效</translation>
    </message>
    <message>
        <source>temporary, until {day}</source>
        <translation>临时额度，至 {day}</translation>
    </message>
    <message>
        <source>Raised to</source>
        <translation>临时提高到</translation>
    </message>
    <message>
        <source>The statement of {day} took up what was left of it.</source>
        <translation>未还部分转入了 {day} 的账单。</translation>
    </message>
    <message>
        <source>as you entered it</source>
        <translation>按你填写的</translation>
    </message>
    <message>
        <source>statement of {day}</source>
        <translation>{day} 的账单</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最低还款</translation>
    </message>
    <message>
        <source>Statement of {name}</source>
        <translation>{name} 账单</translation>
    </message>
    <message>
        <source>Paid {total}</source>
        <translation>已还 {total}</translation>
    </message>
    <message>
        <source>Reckoned from the contract&apos;s terms and what is on record; the lender&apos;s statement may differ.</source>
        <translation>按合同条款与已记录的内容推算，放款方的账单可能不同。</translation>
    </message>
    <message>
        <source>The balance is the lender&apos;s, as you entered it; the difference to what was reckoned is named.</source>
        <translation>账单金额按放款方，由你填写；与推算的差额已单列。</translation>
    </message>
    <message>
        <source>The balance is as you entered it from the lender&apos;s statement; nothing of it is worked out.</source>
        <translation>账单金额按你从放款方账单填写的数字，没有计算。</translation>
    </message>
    <message>
        <source>statement before {amount}</source>
        <translation>上期账单 {amount}</translation>
    </message>
    <message>
        <source>purchases {amount}</source>
        <translation>消费 {amount}</translation>
    </message>
    <message>
        <source>cash {amount}</source>
        <translation>取现 {amount}</translation>
    </message>
    <message>
        <source>instalments {amount}</source>
        <translation>分期入账 {amount}</translation>
    </message>
    <message>
        <source>late fee {amount}</source>
        <translation>违约金 {amount}</translation>
    </message>
    <message>
        <source>difference to the lender&apos;s {amount}</source>
        <translation>与放款方账单的差额 {amount}</translation>
    </message>
    <message>
        <source>payments {amount}</source>
        <translation>还款 {amount}</translation>
    </message>
    <message>
        <source>refunds {amount}</source>
        <translation>退款 {amount}</translation>
    </message>
    <message>
        <source>made into instalments {amount}</source>
        <translation>转为分期 {amount}</translation>
    </message>
    <message>
        <source>Paid less refunds</source>
        <translation>支付减退款</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Refunded {total}</source>
        <translation>退款合计 {total}</translation>
    </message>
    <message>
        <source>noted by hand</source>
        <translation>手工记录</translation>
    </message>
    <message>
        <source>{provider}, {file}, line {line}, imported on {day}</source>
        <translation>{provider}，{file} 第 {line} 行，{day} 导入</translation>
    </message>
    <message>
        <source>It is as it was entered; nothing of it is worked out.</source>
        <translation>按填写的数字，没有计算。</translation>
    </message>
    <message>
        <source>A payment to a line, as it was entered: it pays the latest statement first, then what was bought since.</source>
        <translation>对额度的一笔还款，按填写的数字：先抵最近一期账单，再抵此后的消费。</translation>
    </message>
    <message>
        <source>Instalment</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>Overdue on record</source>
        <translation>逾期记录</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>No transactions in this book yet. Import the bills that wallets and banks export.</source>
        <translation>账本里还没有流水。请导入钱包或银行导出的账单。</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Search payee, text, amount</source>
        <translation>搜索商户、说明、金额</translation>
    </message>
    <message>
        <source>{count} rows · spent {amount}</source>
        <translation>{count} 笔 · 支出 {amount}</translation>
    </message>
    <message>
        <source>{count} of {total} rows · spent {amount}</source>
        <translation>{total} 笔中的 {count} 笔 · 支出 {amount}</translation>
    </message>
    <message>
        <source>{count} rows of all months · spent {amount}</source>
        <translation>所有月份共 {count} 笔 · 支出 {amount}</translation>
    </message>
    <message>
        <source>The newest {count} of {total} rows</source>
        <translation>共 {total} 笔，显示最近 {count} 笔</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Spending by month</source>
        <translation>每月支出</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>of it in repayments</source>
        <translation>其中随还款支付</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Repayments in statements</source>
        <translation>账单里的还款</translation>
    </message>
    <message>
        <source>Sums of {month}</source>
        <translation>{month}合计</translation>
    </message>
    <message>
        <source>{amount} before refunds</source>
        <translation>退款前 {amount}</translation>
    </message>
    <message>
        <source>repayments are no spending</source>
        <translation>还款不算支出</translation>
    </message>
    <message>
        <source>another {amount} came back for orders that never counted</source>
        <translation>另有 {amount} 退自本来就不计入的订单</translation>
    </message>
    <message>
        <source>{amount} of it in the repayments that are recorded under Loans; that part is not in what was spent.</source>
        <translation>其中 {amount} 包含在“借款”页记录的还款里，这部分不算在支出中。</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Line no.</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The first {count} rows can be read.</source>
        <translation>前 {count} 行都能读取。</translation>
    </message>
    <message>
        <source>line {line}: {problem}</source>
        <translation>第 {line} 行：{problem}</translation>
    </message>
    <message>
        <source>{count} of the first {total} rows would be to review</source>
        <translation>前 {total} 行中有 {count} 行需要核对</translation>
    </message>
    <message>
        <source>Note an entry</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Correct an entry</source>
        <translation>更正一笔</translation>
    </message>
    <message>
        <source>By its words</source>
        <translation>按文字判断</translation>
    </message>
    <message>
        <source>A sum works too: 32.5+18</source>
        <translation>可以直接写算式：32.5+18</translation>
    </message>
    <message>
        <source>Spent or received</source>
        <translation>收支</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>As remembered of the payee</source>
        <translation>按该商户记住的分类</translation>
    </message>
    <message>
        <source>Cash, card or balance</source>
        <translation>现金、银行卡或余额</translation>
    </message>
    <message>
        <source>Category of {count} entries</source>
        <translation>{count} 笔的分类</translation>
    </message>
    <message>
        <source>Category of the entry</source>
        <translation>这一笔的分类</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Or a new one</source>
        <translation>或新建一个</translation>
    </message>
    <message>
        <source>Nothing is owed on it.</source>
        <translation>没有欠款。</translation>
    </message>
    <message>
        <source>Raised to {limit} until {day}, then {permanent} again.</source>
        <translation>临时提到 {limit}，到 {day} 为止，之后恢复 {permanent}。</translation>
    </message>
    <message>
        <source>Shared limit {name}: {lines} together {used} of {limit}.</source>
        <translation>共享额度“{name}”：{lines} 合计已用 {used}，共 {limit}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Remembered of {payee}: {category}</source>
        <translation>已记住 {payee}：{category}</translation>
    </message>
    <message>
        <source>Also for the {count} other entries of {payee}, and for future ones</source>
        <translation>{payee} 的另外 {count} 笔和以后的也这样归类</translation>
    </message>
    <message>
        <source>Also for future entries of {payee}</source>
        <translation>{payee} 以后的也这样归类</translation>
    </message>
    <message>
        <source>Also for the {count} other entries of these {payees} payees, and for future ones</source>
        <translation>这 {payees} 个商户的另外 {count} 笔和以后的也这样归类</translation>
    </message>
    <message>
        <source>Scene of {count} entries</source>
        <translation>{count} 笔的场景</translation>
    </message>
    <message>
        <source>Scene of the entry</source>
        <translation>这一笔的场景</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 行</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Hour, if apart</source>
        <translation>时刻（单独一列时）</translation>
    </message>
    <message>
        <source>Order of the day</source>
        <translation>日期顺序</translation>
    </message>
    <message>
        <source>The days can be read in more than one way.</source>
        <translation>日期有不止一种读法，请选一种。</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>minus (−12.00)</source>
        <translation>负数（−12.00）</translation>
    </message>
    <message>
        <source>plus (12.00)</source>
        <translation>正数（12.00）</translation>
    </message>
    <message>
        <source>Spent is</source>
        <translation>支出写作</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>支出列</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>收入列</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>收支方向</translation>
    </message>
    <message>
        <source>with commas between</source>
        <translation>用逗号隔开</translation>
    </message>
    <message>
        <source>Words for spent</source>
        <translation>表示支出的词</translation>
    </message>
    <message>
        <source>Words for received</source>
        <translation>表示收入的词</translation>
    </message>
    <message>
        <source>Words for neither</source>
        <translation>都不是的词</translation>
    </message>
    <message>
        <source>Rows with any other word are to review.</source>
        <translation>其他词的行留待核对。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>What else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Type in what the file does not say</source>
        <translation>补上文件里没有的</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再定</translation>
    </message>
    <message>
        <source>{amount} in the file</source>
        <translation>文件中为 {amount}</translation>
    </message>
    <message>
        <source>Amount in yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>属于哪一种</translation>
    </message>
    <message>
        <source>Later imports of the same row leave it so</source>
        <translation>以后再导入同一行也保持不变</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>归类</translation>
    </message>
    <message>
        <source>Say what its columns mean…</source>
        <translation>说明各列含义…</translation>
    </message>
    <message>
        <source>Alipay, WeChat, JD, banks and cards; format and encoding are recognised</source>
        <translation>支付宝、微信、京东、银行与信用卡，自动识别格式与编码</translation>
    </message>
    <message>
        <source>change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Read as you said for “{name}”</source>
        <translation>按你为“{name}”说明的方式读取</translation>
    </message>
    <message>
        <source>Storing the rows of {file}…</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>{file} is a table that Yudu does not know.</source>
        <translation>{file} 是余度不认识的表格。</translation>
    </message>
    <message>
        <source>File {number} of {count}</source>
        <translation>第 {number} 份，共 {count} 份</translation>
    </message>
    <message>
        <source>{kept} of {count} files are in the book.</source>
        <translation>{count} 份文件中，{kept} 份已导入账本。</translation>
    </message>
    <message>
        <source>{file}: {done}. Ctrl+Z takes them back.</source>
        <translation>{file}：{done}。按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 笔</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>CSV, Excel, mails, OFX and QIF, as wallets and banks export them; any other table as well</source>
        <translation>CSV、Excel、邮件、OFX、QIF，按钱包和银行导出的原样即可；其他表格也可以</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部分类</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>全部场景</translation>
    </message>
    <message>
        <source>Category…</source>
        <translation>分类…</translation>
    </message>
    <message>
        <source>Scene…</source>
        <translation>场景…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>确认…</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 行</translation>
    </message>
    <message>
        <source>Choose a row to see it as the statement has it.</source>
        <translation>选中一行，查看账单原文。</translation>
    </message>
    <message>
        <source>{gross} paid, {refunded} refunded</source>
        <translation>支付 {gross}，已退 {refunded}</translation>
    </message>
    <message>
        <source>Line {line}: {raw}</source>
        <translation>第 {line} 行：{raw}</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>由你选定</translation>
    </message>
    <message>
        <source>{amount} refunded</source>
        <translation>已退 {amount}</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Other fee</source>
        <translation>其他费用</translation>
    </message>
    <message>
        <source>Annual fee</source>
        <translation>年费</translation>
    </message>
    <message>
        <source>Interest as charged</source>
        <translation>实收利息</translation>
    </message>
    <message>
        <source>Late fee as charged</source>
        <translation>实收违约金</translation>
    </message>
    <message>
        <source>Put into instalments</source>
        <translation>办理分期</translation>
    </message>
    <message>
        <source>Instalment paid off early</source>
        <translation>分期提前结清</translation>
    </message>
    <message>
        <source>Purchases not billed yet</source>
        <translation>未出账的消费</translation>
    </message>
    <message>
        <source>The statement</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Bought or paid out in instalments</source>
        <translation>直接分期购买或放款</translation>
    </message>
    <message>
        <source>A day of the month</source>
        <translation>每月固定日</translation>
    </message>
    <message>
        <source>Days after the statement</source>
        <translation>出账后第几天</translation>
    </message>
    <message>
        <source>Days after it, not beyond a short month</source>
        <translation>出账后第几天（短月不跨到下月）</translation>
    </message>
    <message>
        <source>On this statement</source>
        <translation>计入本期账单</translation>
    </message>
    <message>
        <source>On the next statement</source>
        <translation>计入下期账单</translation>
    </message>
    <message>
        <source>All of it, from the posting days</source>
        <translation>全部消费，从入账日起计息</translation>
    </message>
    <message>
        <source>What is unpaid, from the posting days</source>
        <translation>未还部分，从入账日起计息</translation>
    </message>
    <message>
        <source>What is unpaid, from the day after the due date</source>
        <translation>未还部分，从还款日次日起计息</translation>
    </message>
    <message>
        <source>annual fee</source>
        <translation>年费</translation>
    </message>
    <message>
        <source>interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>late fee</source>
        <translation>违约金</translation>
    </message>
    <message>
        <source>instalments</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>取现</translation>
    </message>
    <message>
        <source>purchases</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Only the minimum</source>
        <translation>只还最低</translation>
    </message>
    <message>
        <source>A fixed sum</source>
        <translation>每月固定还</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全额还清</translation>
    </message>
    <message>
        <source>{amount} a month</source>
        <translation>每月 {amount}</translation>
    </message>
    <message>
        <source>never paid off: the payments do not cover the interest</source>
        <translation>还不清：每月还的不够付利息</translation>
    </message>
    <message>
        <source>nothing more to pay</source>
        <translation>没有要还的了</translation>
    </message>
    <message>
        <source>1 payment, on {day}</source>
        <translation>还 1 次，{day}</translation>
    </message>
    <message>
        <source>{count} payments, the last on {day}</source>
        <translation>还 {count} 次，最后一次 {day}</translation>
    </message>
    <message>
        <source>{result}; it costs {cost}</source>
        <translation>{result}；利息与费用 {cost}</translation>
    </message>
    <message>
        <source>From the statement before</source>
        <translation>上期账单</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Cash advances</source>
        <translation>取现</translation>
    </message>
    <message>
        <source>Free of interest if the statement is then paid in full: bought today {days} days, until {day}; bought the day after the next statement {longest} days.</source>
        <translation>到期全额还清才免息：今天消费免息 {days} 天，到 {day}；下次出账次日消费，免息 {longest} 天。</translation>
    </message>
    <message>
        <source>Bought today and then paid in full: free of interest until</source>
        <translation>今天消费、到期全额还清，免息到</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Interest of the cycle</source>
        <translation>本期利息</translation>
    </message>
    <message>
        <source>Interest for lateness</source>
        <translation>逾期利息</translation>
    </message>
    <message>
        <source>Not on record</source>
        <translation>未记录的部分</translation>
    </message>
    <message>
        <source>Turned into instalments</source>
        <translation>转为分期</translation>
    </message>
    <message>
        <source>{percent}% a day</source>
        <translation>日利率 {percent}%</translation>
    </message>
    <message>
        <source>minimum {percent}% and all instalments, fees and interest</source>
        <translation>最低还款为 {percent}% 加全部分期、费用和利息</translation>
    </message>
    <message>
        <source>Paid in full so far: purchases are free of interest until their due day.</source>
        <translation>目前都是全额还清：消费到还款日前免息。</translation>
    </message>
    <message>
        <source>Not paid in full: interest runs since {day}; {amount} of it is on no statement yet.</source>
        <translation>没有全额还清：{day} 起计息，其中 {amount} 还没出账。</translation>
    </message>
    <message>
        <source>If the minimum is missed, a late fee of {amount} comes on top.</source>
        <translation>如果最低还款没还上，还要加收违约金 {amount}。</translation>
    </message>
    <message>
        <source>{amount} in {count} periods since {day}: {left} left in {more}, next {next} and a fee of {fee} on {on}</source>
        <translation>{day} 起 {amount} 分 {count} 期：还剩 {more} 期共 {left}，{on} 出账 {next}，手续费 {fee}</translation>
    </message>
    <message>
        <source>{count} periods, {what}</source>
        <translation>{count} 期，{what}</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>The present cycle</source>
        <translation>当前账期</translation>
    </message>
    <message>
        <source>Statement on {last}, the next on {next}; to be paid by {due}</source>
        <translation>{last} 出账，下次 {next} 出账，{due} 前还</translation>
    </message>
    <message>
        <source>Billed {billed}, not billed {unbilled}, instalments to come {instalments}</source>
        <translation>已出账 {billed}，未出账 {unbilled}，待入账分期 {instalments}</translation>
    </message>
    <message>
        <source>Still to pay by {day}: {open}, at least {minimum} ({state})</source>
        <translation>{day} 前还要还 {open}，最低 {minimum}（{state}）</translation>
    </message>
    <message>
        <source>Change a limit</source>
        <translation>调整额度</translation>
    </message>
    <message>
        <source>Add a statement</source>
        <translation>添加账单</translation>
    </message>
    <message>
        <source>Pay a line</source>
        <translation>偿还额度欠款</translation>
    </message>
    <message>
        <source>Delete a repayment</source>
        <translation>删除还款</translation>
    </message>
    <message>
        <source>Delete a loan</source>
        <translation>删除借款</translation>
    </message>
    <message>
        <source>Delete a line</source>
        <translation>删除额度</translation>
    </message>
    <message>
        <source>Change a rate</source>
        <translation>调整利率</translation>
    </message>
    <message>
        <source>Edit a loan</source>
        <translation>编辑借款</translation>
    </message>
    <message>
        <source>Close a loan</source>
        <translation>关闭借款</translation>
    </message>
    <message>
        <source>Re-open a loan</source>
        <translation>重新打开借款</translation>
    </message>
    <message>
        <source>Edit a line</source>
        <translation>编辑额度账户</translation>
    </message>
    <message>
        <source>Close a line</source>
        <translation>关闭额度账户</translation>
    </message>
    <message>
        <source>Re-open a line</source>
        <translation>重新启用额度账户</translation>
    </message>
    <message>
        <source>Delete a limit</source>
        <translation>删除额度变动</translation>
    </message>
    <message>
        <source>Correct a statement</source>
        <translation>更正账单</translation>
    </message>
    <message>
        <source>Delete a statement</source>
        <translation>删除账单</translation>
    </message>
    <message>
        <source>Delete an application</source>
        <translation>删除申请记录</translation>
    </message>
    <message>
        <source>Delete an overdue</source>
        <translation>删除逾期记录</translation>
    </message>
    <message>
        <source>Delete a Zhima score</source>
        <translation>删除芝麻分</translation>
    </message>
    <message>
        <source>Throw the sample away</source>
        <translation>清掉示例账本</translation>
    </message>
    <message>
        <source>Confirm that rows are one movement</source>
        <translation>确认为同一笔</translation>
    </message>
    <message>
        <source>Keep rows as two movements</source>
        <translation>保留为两笔</translation>
    </message>
    <message>
        <source>Separate rows again</source>
        <translation>重新分开两条</translation>
    </message>
    <message>
        <source>Settle a repayment of a statement</source>
        <translation>用账单里的还款销账</translation>
    </message>
    <message>
        <source>Leave a row out of the debts</source>
        <translation>不计入债务</translation>
    </message>
    <message>
        <source>Link a payout with its loan</source>
        <translation>关联放款与借款</translation>
    </message>
    <message>
        <source>Confirm what is sure</source>
        <translation>确认有把握的</translation>
    </message>
    <message>
        <source>Correct a change of rate</source>
        <translation>更正利率调整</translation>
    </message>
    <message>
        <source>Delete a change of rate</source>
        <translation>删除利率调整</translation>
    </message>
    <message>
        <source>Pay principal back early</source>
        <translation>提前还部分本金</translation>
    </message>
    <message>
        <source>Extend a loan</source>
        <translation>借款展期</translation>
    </message>
    <message>
        <source>Delete an extension</source>
        <translation>删除展期</translation>
    </message>
    <message>
        <source>Enter the lender&apos;s own figures</source>
        <translation>填入贷方的数字</translation>
    </message>
    <message>
        <source>Take the lender&apos;s own figures back</source>
        <translation>取消贷方的数字</translation>
    </message>
    <message>
        <source>Change the terms of a card</source>
        <translation>更改账单规则</translation>
    </message>
    <message>
        <source>Take the terms of a card away</source>
        <translation>移除账单规则</translation>
    </message>
    <message>
        <source>Note an entry of a card</source>
        <translation>记一笔卡账</translation>
    </message>
    <message>
        <source>Correct an entry of a card</source>
        <translation>更正一笔卡账</translation>
    </message>
    <message>
        <source>Delete an entry of a card</source>
        <translation>删除一笔卡账</translation>
    </message>
    <message>
        <source>Pay off an instalment early</source>
        <translation>提前结清分期</translation>
    </message>
    <message>
        <source>Add a temporary limit</source>
        <translation>添加临时额度</translation>
    </message>
    <message>
        <source>Delete a temporary limit</source>
        <translation>删除临时额度</translation>
    </message>
    <message>
        <source>Make a shared limit</source>
        <translation>建立共享额度</translation>
    </message>
    <message>
        <source>Rename a shared limit</source>
        <translation>给共享额度改名</translation>
    </message>
    <message>
        <source>Delete a shared limit</source>
        <translation>删除共享额度</translation>
    </message>
    <message>
        <source>Change a shared limit</source>
        <translation>更改共享额度</translation>
    </message>
    <message>
        <source>Delete a change of a shared limit</source>
        <translation>删除共享额度的一次变动</translation>
    </message>
    <message>
        <source>Choose which limit a line shares</source>
        <translation>选择共享哪个额度</translation>
    </message>
    <message>
        <source>Change income and spending</source>
        <translation>修改收入与支出</translation>
    </message>
    <message>
        <source>Delete an entry of income</source>
        <translation>删除一条收入记录</translation>
    </message>
    <message>
        <source>Add a cash account</source>
        <translation>添加现金账户</translation>
    </message>
    <message>
        <source>Close a cash account</source>
        <translation>停用现金账户</translation>
    </message>
    <message>
        <source>Delete a cash account</source>
        <translation>删除现金账户</translation>
    </message>
    <message>
        <source>Delete a cash balance</source>
        <translation>删除一条余额</translation>
    </message>
    <message>
        <source>Change a cash balance</source>
        <translation>更新现金余额</translation>
    </message>
    <message>
        <source>Say that the applications are complete</source>
        <translation>确认申请记录完整</translation>
    </message>
    <message>
        <source>Type in what could not be read</source>
        <translation>补上未能读出的内容</translation>
    </message>
    <message>
        <source>Say what the columns of a table mean</source>
        <translation>说明表格各列的含义</translation>
    </message>
    <message>
        <source>Forget the columns of a table</source>
        <translation>忘记一种表格</translation>
    </message>
    <message>
        <source>Known table</source>
        <translation>已认识的表格</translation>
    </message>
    <message>
        <source>{file} is not a statement Yudu knows. Export the bill as CSV or XLSX and choose that file.</source>
        <translation>{file} 不是余度认识的账单。请导出 CSV 或 XLSX 账单后再选。</translation>
    </message>
    <message>
        <source>{file} is damaged: it cannot be read as {kind}. Export or download it again.</source>
        <translation>{file} 已损坏，无法按 {kind} 读取。请重新导出或下载。</translation>
    </message>
    <message>
        <source>{file}: {kind} is not read. Export the bill as CSV or XLSX and choose that.</source>
        <translation>{file}：无法读取 {kind}。请导出 CSV 或 XLSX 账单后再选。</translation>
    </message>
    <message>
        <source>It neither repays a debt nor pays out a loan.</source>
        <translation>这一条既不是还款，也不是放款。</translation>
    </message>
    <message>
        <source>It was settled already.</source>
        <translation>这一条已经处理过了。</translation>
    </message>
    <message>
        <source>These rows were decided on already.</source>
        <translation>这两条已经决定过了。</translation>
    </message>
    <message>
        <source>Its amount or time could not be read. Type them in under Import statements → To review, or say that no money moved.</source>
        <translation>金额或时间未能读出。请在“导入账单 → 待核对”里补上，或确认没有资金往来。</translation>
    </message>
    <message>
        <source>There is one called “{name}” already.</source>
        <translation>已经有叫“{name}”的了。</translation>
    </message>
    <message>
        <source>Log an application</source>
        <translation>记一次申请</translation>
    </message>
    <message>
        <source>Log a Zhima score</source>
        <translation>记一次芝麻分</translation>
    </message>
    <message>
        <source>Import a statement</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Fill the sample book</source>
        <translation>填充示例账本</translation>
    </message>
    <message>
        <source>Statement day</source>
        <translation>账单日</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Add a statement of {name}</source>
        <translation>添加账单：{name}</translation>
    </message>
    <message>
        <source>Correct a statement of {name}</source>
        <translation>更正账单：{name}</translation>
    </message>
    <message>
        <source>Statement balance</source>
        <translation>账单金额</translation>
    </message>
    <message>
        <source>A credit in your favour has a minus</source>
        <translation>有多还的余额时填负数</translation>
    </message>
    <message>
        <source>Card terms of {name}</source>
        <translation>{name}的账单规则</translation>
    </message>
    <message>
        <source>Interest bears interest, month by month</source>
        <translation>利息按月计复利</translation>
    </message>
    <message>
        <source>Only assumed, no source states it: {fields}</source>
        <translation>没有来源、只是假设：{fields}</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>还款日</translation>
    </message>
    <message>
        <source>Bought on the statement day</source>
        <translation>出账日当天的消费</translation>
    </message>
    <message>
        <source>Daily rate, %</source>
        <translation>日利率，%</translation>
    </message>
    <message>
        <source>Not paid in full, it bears</source>
        <translation>没全额还清时</translation>
    </message>
    <message>
        <source>Daily rate when late, %</source>
        <translation>逾期日利率，%</translation>
    </message>
    <message>
        <source>Empty where it is the same</source>
        <translation>相同则留空</translation>
    </message>
    <message>
        <source>Minimum payment</source>
        <translation>最低还款额</translation>
    </message>
    <message>
        <source>% of purchases and cash</source>
        <translation>消费和取现的 %</translation>
    </message>
    <message>
        <source>% of cash, if another</source>
        <translation>取现的 %（如不同）</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>All of it up to</source>
        <translation>全额还的门槛</translation>
    </message>
    <message>
        <source>Where purchases and cash come to no more</source>
        <translation>消费和取现不超过此数时，最低还款就是全部</translation>
    </message>
    <message>
        <source>Late fee</source>
        <translation>违约金</translation>
    </message>
    <message>
        <source>% of the unpaid minimum</source>
        <translation>最低还款未还部分的 %</translation>
    </message>
    <message>
        <source>Cash advance</source>
        <translation>取现</translation>
    </message>
    <message>
        <source>Fee, % of the cash</source>
        <translation>手续费，取现额的 %</translation>
    </message>
    <message>
        <source>Daily rate of cash, %</source>
        <translation>取现日利率，%</translation>
    </message>
    <message>
        <source>Let pass by the issuer</source>
        <translation>容差与容时</translation>
    </message>
    <message>
        <source>What happened is reckoned with it; no plan ever counts on it</source>
        <translation>算已发生的账时会用到，做计划时一律不指望它</translation>
    </message>
    <message>
        <source>Shortfall up to</source>
        <translation>差额不超过</translation>
    </message>
    <message>
        <source>Days late up to</source>
        <translation>晚还不超过（天）</translation>
    </message>
    <message>
        <source>Empty for no limit</source>
        <translation>没有上限则留空</translation>
    </message>
    <message>
        <source>Empty if the statement names none</source>
        <translation>账单上没有就留空</translation>
    </message>
    <message>
        <source>Income and spending</source>
        <translation>收入与支出</translation>
    </message>
    <message>
        <source>Only you see this; empty is unknown</source>
        <translation>只有你看得到；不填即未知</translation>
    </message>
    <message>
        <source>Income over time</source>
        <translation>历次收入</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>必要支出</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Start with my own figures</source>
        <translation>用自己的数字开始</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Net income a month</source>
        <translation>每月到手收入</translation>
    </message>
    <message>
        <source>What arrives on your account</source>
        <translation>实际到手的金额</translation>
    </message>
    <message>
        <source>Payday, day of the month</source>
        <translation>发薪日（每月几号）</translation>
    </message>
    <message>
        <source>1 to 31</source>
        <translation>1 到 31</translation>
    </message>
    <message>
        <source>Essential spending a month</source>
        <translation>每月必要支出</translation>
    </message>
    <message>
        <source>Rent, food, transport; if you know it</source>
        <translation>房租、吃饭、交通等，知道就填</translation>
    </message>
    <message>
        <source>A bank card, a wallet; no card number is needed</source>
        <translation>银行卡、余额宝等，写个名字就行，不用卡号</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>再加一个</translation>
    </message>
    <message>
        <source>Add one debt as its contract or the app states it. The others can follow later.</source>
        <translation>按合同或 App 上写的，先添加一笔，其余的以后再补。</translation>
    </message>
    <message>
        <source>A loan: money received once, repaid by plan</source>
        <translation>一笔借款：一次到账，按计划还</translation>
    </message>
    <message>
        <source>A line: Huabei, a credit card, a limit to draw from</source>
        <translation>一个额度：花呗、信用卡、可随借的额度</translation>
    </message>
    <message>
        <source>I have none</source>
        <translation>我没有负债</translation>
    </message>
    <message>
        <source>What comes in?</source>
        <translation>每月收入多少？</translation>
    </message>
    <message>
        <source>What could you pay with today?</source>
        <translation>今天手头有多少钱？</translation>
    </message>
    <message>
        <source>What do you owe?</source>
        <translation>欠了哪些款？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>In the book: {accounts}</source>
        <translation>已记下：{accounts}</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>自何时起</translation>
    </message>
    <message>
        <source>Cash at hand</source>
        <translation>手头现金</translation>
    </message>
    <message>
        <source>Bank cards, wallets, what you could pay with today</source>
        <translation>银行卡、余额，今天就能用来还款的钱</translation>
    </message>
    <message>
        <source>Earlier balances…</source>
        <translation>历史余额…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>No money lies there any more</source>
        <translation>这里不再放钱（停用）</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>已添加。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>{name} is closed; its balances until today are kept. Ctrl+Z opens it again.</source>
        <translation>{name}已停用，此前的余额保留。按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Deleted, with all its balances. Ctrl+Z brings it back.</source>
        <translation>已删除，连同它的全部余额记录。按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Choose an account in the list first.</source>
        <translation>请先在列表里选一个账户。</translation>
    </message>
    <message>
        <source>Rename a cash account</source>
        <translation>重命名现金账户</translation>
    </message>
    <message>
        <source>Balances of {name}</source>
        <translation>{name}的余额记录</translation>
    </message>
    <message>
        <source>A balance of the same day is replaced.</source>
        <translation>同一天已有余额的，以新的为准。</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Balance today</source>
        <translation>今日余额</translation>
    </message>
    <message>
        <source>Applications for credit</source>
        <translation>信贷申请</translation>
    </message>
    <message>
        <source>If every application since a day is in this book, say so here. Log them on the page Limit health.</source>
        <translation>如果从某天起的每次申请都已记入，请在这里说明；申请在“额度健康”页记录。</translation>
    </message>
    <message>
        <source>Complete since</source>
        <translation>自此日起完整</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Your book is one file: {path}. It is not encrypted yet.</source>
        <translation>账本只有一个文件：{path}。目前尚未加密。</translation>
    </message>
    <message>
        <source>Yudu has no network code at all: nothing leaves this computer, and no ID or card number is asked.</source>
        <translation>余度没有任何联网代码：数据不离开这台电脑，也从不索要身份证号或卡号。</translation>
    </message>
    <message>
        <source>Payday</source>
        <translation>发薪日</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Cleared on</source>
        <translation>结清日</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Penalty rate of its own</source>
        <translation>单独约定的罚息利率</translation>
    </message>
    <message>
        <source>Daily rate</source>
        <translation>日利率</translation>
    </message>
    <message>
        <source>Daily rate when late</source>
        <translation>逾期日利率</translation>
    </message>
    <message>
        <source>Share of purchases in the minimum</source>
        <translation>最低还款比例</translation>
    </message>
    <message>
        <source>Share of cash in the minimum</source>
        <translation>取现的最低还款比例</translation>
    </message>
    <message>
        <source>Minimum payment at least</source>
        <translation>最低还款下限</translation>
    </message>
    <message>
        <source>Paid whole up to</source>
        <translation>全额还的门槛</translation>
    </message>
    <message>
        <source>Late fee, share</source>
        <translation>违约金比例</translation>
    </message>
    <message>
        <source>Late fee, at least</source>
        <translation>违约金下限</translation>
    </message>
    <message>
        <source>Late fee, at most</source>
        <translation>违约金上限</translation>
    </message>
    <message>
        <source>Cash fee, share</source>
        <translation>取现手续费比例</translation>
    </message>
    <message>
        <source>Cash fee, at least</source>
        <translation>取现手续费下限</translation>
    </message>
    <message>
        <source>Cash fee, at most</source>
        <translation>取现手续费上限</translation>
    </message>
    <message>
        <source>Interest on interest</source>
        <translation>复利</translation>
    </message>
    <message>
        <source>Daily rate of cash</source>
        <translation>取现日利率</translation>
    </message>
    <message>
        <source>Shortfall let pass</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Days let pass</source>
        <translation>容时</translation>
    </message>
    <message>
        <source>Order of payment</source>
        <translation>还款顺序</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Delete entries</source>
        <translation>删除记录</translation>
    </message>
    <message>
        <source>Choose a category</source>
        <translation>选择分类</translation>
    </message>
    <message>
        <source>Choose a scene</source>
        <translation>选择场景</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>添加分类</translation>
    </message>
    <message>
        <source>Forget what was remembered</source>
        <translation>忘记已记住的分类</translation>
    </message>
    <message>
        <source>Decide what a row is</source>
        <translation>确认一行的性质</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新分类</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>“{text}” is not an amount. Write it like 1,234.56 or 1.2万.</source>
        <translation>“{text}”不是金额。请写成 1,234.56 或 1.2万。</translation>
    </message>
    <message>
        <source>“{text}” is more than a book can hold.</source>
        <translation>“{text}”超出了账本能记的金额。</translation>
    </message>
    <message>
        <source>Must be above zero.</source>
        <translation>必须大于零。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it like 2026-01-15.</source>
        <translation>“{text}”不是日期。请写成 2026-01-15。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” is not a rate. Write it like 0.04.</source>
        <translation>“{text}”不是利率。请写成 0.04。</translation>
    </message>
    <message>
        <source>It is not in the book any more.</source>
        <translation>账本里已经没有它了。</translation>
    </message>
    <message>
        <source>There is one for {on} already.</source>
        <translation>{on} 已经有一条了。</translation>
    </message>
    <message>
        <source>Cannot be before {opened_on}, the day it began.</source>
        <translation>不能早于开始的那天 {opened_on}。</translation>
    </message>
    <message>
        <source>Only {owed_fen} is still owed.</source>
        <translation>只欠 {owed_fen} 了。</translation>
    </message>
    <message>
        <source>Every row of {file} is in the book already.</source>
        <translation>{file} 的每一行都已在账本里。</translation>
    </message>
    <message>
        <source>{file} cannot be opened ({reason}). Check that it is there and may be read.</source>
        <translation>打不开 {file}（{reason}）。请检查文件是否存在、是否允许读取。</translation>
    </message>
    <message>
        <source>{file} is larger than {most_mib} MiB; no statement is. Choose the exported file.</source>
        <translation>{file} 超过 {most_mib} MiB，账单不会这么大。请选择导出的账单文件。</translation>
    </message>
    <message>
        <source>Cannot be after today, {today}.</source>
        <translation>不能晚于今天（{today}）。</translation>
    </message>
    <message>
        <source>No loan in the book is called “{text}”. Without a name all are shown.</source>
        <translation>账本里没有叫“{text}”的借款。不写名称会列出全部。</translation>
    </message>
    <message>
        <source>“{name}” is drawn under it. Delete that loan first.</source>
        <translation>它下面还有“{name}”，请先删除那笔借款。</translation>
    </message>
    <message>
        <source>Purchases were paid with “{name}”, so it stays a line to pay later with.</source>
        <translation>有消费是用“{name}”支付的，所以它仍是先用后付的额度。</translation>
    </message>
    <message>
        <source>It comes from a statement. Undo that import instead of changing the row.</source>
        <translation>这一行来自账单，请撤销那次导入，而不是改动这一行。</translation>
    </message>
    <message>
        <source>Only spending and refunds have a category and a scene.</source>
        <translation>只有支出和退款才有分类和场景。</translation>
    </message>
    <message>
        <source>It does not wait for a decision.</source>
        <translation>这一行不需要确认。</translation>
    </message>
    <message>
        <source>{file} is there already; it was left as it is. Choose another folder or name.</source>
        <translation>{file} 已经存在，没有动它。请换一个文件夹或文件名。</translation>
    </message>
    <message>
        <source>Stopped. Nothing of {file} was kept.</source>
        <translation>已停止，{file} 没有留下任何内容。</translation>
    </message>
    <message>
        <source>It was paid off or closed on {closed_on}. Enter that day or an earlier one, or re-open it first.</source>
        <translation>它已在 {closed_on} 结清或关闭。请填这天或更早的日期，或先重新打开。</translation>
    </message>
    <message>
        <source>It has been closed since {closed_on}. Re-open it first.</source>
        <translation>它自 {closed_on} 起已关闭，请先重新打开。</translation>
    </message>
    <message>
        <source>It is open already.</source>
        <translation>它没有关闭，不必重新打开。</translation>
    </message>
    <message>
        <source>Something is on record for {on}; it must begin by that day. Correct that entry first.</source>
        <translation>{on} 已有记录，开始日不能晚于那天。如有误，请先更正那条记录。</translation>
    </message>
    <message>
        <source>Something is on record for {on}, after that day. Choose a later day, or correct that entry first.</source>
        <translation>在这之后的 {on} 还有记录。请选更晚的日期，或先更正那条记录。</translation>
    </message>
    <message>
        <source>The repayment of {amount_fen} on {on} would then be {surplus_fen} more than is owed. Correct or delete it first.</source>
        <translation>这样一来，{on} 还的 {amount_fen} 会比应还的多出 {surplus_fen}。请先更正或删除那笔还款。</translation>
    </message>
    <message>
        <source>The loan is closed; {missing_fen} of it would be paid by nobody. Re-open it first.</source>
        <translation>这笔借款已关闭，这样会有 {missing_fen} 没有着落。请先重新打开。</translation>
    </message>
    <message>
        <source>By its terms nothing can be paid back early. If the lender allows it, edit the loan&apos;s terms first.</source>
        <translation>按这笔借款的条款不能提前还款。如果贷方同意，请先修改条款。</translation>
    </message>
    <message>
        <source>By its terms only all of it can be paid back early: {left_fen}.</source>
        <translation>按条款只能一次还清全部本金：{left_fen}。</translation>
    </message>
    <message>
        <source>It has no instalments: record what you pay as an ordinary repayment.</source>
        <translation>这笔借款随借随还，没有分期，直接记为还款就行。</translation>
    </message>
    <message>
        <source>{overdue_fen} is overdue. Record its repayment first.</source>
        <translation>还有 {overdue_fen} 逾期未还，请先记录那笔还款。</translation>
    </message>
    <message>
        <source>The lender&apos;s own figures of instalment {number} would not fit any more. Take them back first.</source>
        <translation>第 {number} 期填的是贷方的数字，改了就对不上了。请先取消那一期的数字。</translation>
    </message>
    <message>
        <source>Principal and interest make {parts_fen}, not {payment_fen}. Check the three, or leave one empty.</source>
        <translation>本金加利息是 {parts_fen}，不是 {payment_fen}。请核对这三个数，或者空出一个。</translation>
    </message>
    <message>
        <source>“{text}” is not a row. Write its number, its day if known, and its amounts.</source>
        <translation>“{text}”不像一期还款。请依次写期数、还款日（知道才写）和金额。</translation>
    </message>
    <message>
        <source>Row {number} stands above already. Give another number, or empty this row.</source>
        <translation>第 {number} 期上面已经填过。请改期数，或清空这一行。</translation>
    </message>
    <message>
        <source>Any rate gives such principal. Enter the payment or the interest of one row too.</source>
        <translation>只看本金，什么利率都对得上。请再填一期的应还金额或利息。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，什么都没有改动。</translation>
    </message>
    <message>
        <source>It was paid there already. Choose another loan or line.</source>
        <translation>它本来就记在那里，请选另一笔借款或额度账户。</translation>
    </message>
    <message>
        <source>A line needs one limit at least. Correct this one, or delete the line.</source>
        <translation>额度账户至少要有一条额度记录。可以更正这一条，或删除整个账户。</translation>
    </message>
    <message>
        <source>The terms of “{name}” are not entered yet. Enter them first.</source>
        <translation>“{name}”还没填账单规则，请先填写。</translation>
    </message>
    <message>
        <source>No line with card terms is called “{text}”. Without a name all are shown.</source>
        <translation>没有填了账单规则、名字含“{text}”的额度。不写名字则全部列出。</translation>
    </message>
    <message>
        <source>By that day all of the instalment is billed. Choose an earlier day.</source>
        <translation>到那天这笔分期已全部出账，请选更早的日期。</translation>
    </message>
    <message>
        <source>There is no book at {path}. Check the name, or import a statement to begin one.</source>
        <translation>{path} 处没有账本。请检查名称，或导入账单新建一本。</translation>
    </message>
    <message>
        <source>{path} is not a Yudu book. It was left as it is; choose another file.</source>
        <translation>{path} 不是余度账本，未作改动；请另选文件。</translation>
    </message>
    <message>
        <source>{path} was made by a newer Yudu (version {version}; this one knows {known}). It was left as it is; please update Yudu.</source>
        <translation>{path} 由更新版本的余度创建（版本 {version}；本程序支持到 {known}）。文件未作改动，请更新余度。</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason}). Close Yudu, keep a copy of the file, and go back to the latest copy in the folder “backups” beside it.</source>
        <translation>{path} 已损坏（{reason}）。请关闭余度，留一份副本，再用旁边 backups 文件夹里最近的备份恢复。</translation>
    </message>
    <message>
        <source>{path} is open in another window or command. Close that one and try again.</source>
        <translation>{path} 正被另一个窗口或命令打开。请关闭后重试。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}). Check that the disk is not full and that you may write there; nothing was changed.</source>
        <translation>无法写入 {path}（{reason}）。请检查磁盘是否已满、是否有写入权限；没有改动任何内容。</translation>
    </message>
    <message>
        <source>Must be at least {low}.</source>
        <translation>不能小于 {low}。</translation>
    </message>
    <message>
        <source>Must be from {low} to {high}.</source>
        <translation>须在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refunded order</source>
        <translation>已退款订单</translation>
    </message>
    <message>
        <source>Closed, no money moved</source>
        <translation>已关闭，无资金变动</translation>
    </message>
    <message>
        <source>Failed, no money moved</source>
        <translation>失败，无资金变动</translation>
    </message>
    <message>
        <source>Loan paid out</source>
        <translation>借款入账</translation>
    </message>
    <message>
        <source>Own transfer</source>
        <translation>自己转账</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>No money moved</source>
        <translation>无资金变动</translation>
    </message>
    <message>
        <source>Paid by someone else</source>
        <translation>他人代付</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>押金/冻结</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>先享后付</translation>
    </message>
    <message>
        <source>Same as another row</source>
        <translation>与另一笔相同</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>读不懂</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>对方 / 说明</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>归类</translation>
    </message>
    <message>
        <source>Choose a row to see its text</source>
        <translation>选中一行，可看原文</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Rows in this state</source>
        <translation>按状态筛选</translation>
    </message>
    <message>
        <source>Rows of this kind</source>
        <translation>按归类筛选</translation>
    </message>
    <message>
        <source>Nothing is stored yet; an import is undone in one step</source>
        <translation>尚未写入；导入可整批撤销</translation>
    </message>
    <message>
        <source>line {number} of the file</source>
        <translation>文件第 {number} 行</translation>
    </message>
    <message>
        <source>This is Alipay&apos;s cash book, not its bill: it has no order numbers and no status. Refunds are not linked to their orders, and purchases that an Alipay bill has as well would count twice. Import the bill instead where you can.</source>
        <translation>这是支付宝记账本，不是账单：里面没有订单号和交易状态，退款对不上订单；如果账单里也有同一笔消费，会重复计算。有账单就尽量导入账单。</translation>
    </message>
    <message>
        <source>{who}: the repayment of {amount} failed on {day}, so it is still owed. See that the paying account holds enough, or pay it by hand in the app.</source>
        <translation>{who}：{day} 有一笔 {amount} 的还款失败，这笔钱还没有还上。请确认扣款账户余额充足，或在 App 里手动还款。</translation>
    </message>
    <message>
        <source>{who}: the repayment of {amount} failed on {day} and went through on {paid}.</source>
        <translation>{who}：{day} 有一笔 {amount} 的还款失败，已于 {paid} 还上。</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>历次导入</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} 个月</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>看表格</translation>
    </message>
    <message>
        <source>History</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Line: score · shaded: its range · computed anew</source>
        <translation>实线：得分 · 阴影：区间 · 按当时资料重算</translation>
    </message>
    <message>
        <source>Too little is known for a score yet</source>
        <translation>资料还不够打分</translation>
    </message>
    <message>
        <source>Too little is known for a score on any of these days.</source>
        <translation>这段时间资料都不够打分。</translation>
    </message>
    <message>
        <source>From {before} on {day} to {after} on {today}, {count} events</source>
        <translation>{day} 为 {before} 分，{today} 为 {after} 分，其间 {count} 件事</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Each can be taken out again, also out of the middle</source>
        <translation>任何一次导入都可以单独撤销</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>撤销这次导入…</translation>
    </message>
    <message>
        <source>Loans, and whatever you entered yourself, stay.</source>
        <translation>借款和你自己记的内容都会保留。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有更新</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>账本中</translation>
    </message>
    <message>
        <source>Take an import out</source>
        <translation>撤销一次导入</translation>
    </message>
    <message>
        <source>Known tables…</source>
        <translation>已认识的表格…</translation>
    </message>
    <message>
        <source>Go through its rows to review</source>
        <translation>核对这次导入的行</translation>
    </message>
    <message>
        <source>None yet. Alipay: Bills → ··· → issue a transaction record. WeChat: Wallet → Bills → download. Banks: account details → export.</source>
        <translation>还没有。支付宝：账单 → ··· → 开具交易流水证明（用于个人对账）；微信：钱包 → 账单 → 常见问题 → 下载账单；银行：账户明细 → 导出。</translation>
    </message>
    <message>
        <source>Rows to review ({count})</source>
        <translation>逐行核对（{count}）</translation>
    </message>
    <message>
        <source>Rows in other currencies ({count})</source>
        <translation>外币记录（{count}）</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移出账本</translation>
    </message>
    <message>
        <source>Take {file} out of the book?</source>
        <translation>把 {file} 移出账本？</translation>
    </message>
    <message>
        <source>Ctrl+Z brings all of it back.</source>
        <translation>按 Ctrl+Z 可全部恢复。</translation>
    </message>
    <message>
        <source>{count} rows leave the book ({span}).</source>
        <translation>{count} 笔记录将移出账本（{span}）。</translation>
    </message>
    <message>
        <source>It added no rows, so none leave the book.</source>
        <translation>这次导入没有新增记录，不会有记录移出账本。</translation>
    </message>
    <message>
        <source>{count} of them carry a category or a scene you chose; that goes with them.</source>
        <translation>其中 {count} 笔由你改过分类或场景，会一并移出。</translation>
    </message>
    <message>
        <source>{count} of them were changed by later imports; that goes with them.</source>
        <translation>其中 {count} 笔被之后的导入更新过，会一并移出。</translation>
    </message>
    <message>
        <source>{count} repayments were made from its rows; they go too.</source>
        <translation>由它的条目记下的 {count} 笔还款也会一并移除。</translation>
    </message>
    <message>
        <source>{count} rows of other imports that were taken for the same movement count again.</source>
        <translation>其他导入中被认作同一笔的 {count} 条会重新计入。</translation>
    </message>
    <message>
        <source>{count} rows of other imports say again what they said before.</source>
        <translation>其他导入中的 {count} 笔记录恢复为更新之前的内容。</translation>
    </message>
    <message>
        <source>{count} files imported later skipped rows as known. Where they shared rows with this one, import them again afterwards.</source>
        <translation>之后导入的 {count} 份文件跳过了已有的记录。若其中有与这份相同的，请在移出后重新导入那些文件。</translation>
    </message>
    <message>
        <source>Known, skipped</source>
        <translation>重复，跳过</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Skip this file</source>
        <translation>跳过这份</translation>
    </message>
    <message>
        <source>Choose statements</source>
        <translation>选择账单</translation>
    </message>
    <message>
        <source>Drop statements here, or</source>
        <translation>把账单文件拖到这里，或</translation>
    </message>
    <message>
        <source>choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Debts touched</source>
        <translation>还款与借款</translation>
    </message>
    <message>
        <source>What was done with each file</source>
        <translation>各文件处理结果</translation>
    </message>
    <message>
        <source>Ctrl+Z takes back the last of them</source>
        <translation>Ctrl+Z 撤销最后导入的一份</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>text is kept</source>
        <translation>原文保留</translation>
    </message>
    <message>
        <source>{file} is out of the book, {count} rows with it. Ctrl+Z brings it back.</source>
        <translation>{file} 已移出账本，共 {count} 笔。按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Repayments and loans</source>
        <translation>还款与借款</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} 笔有更新</translation>
    </message>
    <message>
        <source>before refunds</source>
        <translation>未扣退款</translation>
    </message>
    <message>
        <source>never counted as spending or income</source>
        <translation>不计入收支</translation>
    </message>
    <message>
        <source>{count} more failed</source>
        <translation>另有 {count} 笔失败</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 笔</translation>
    </message>
    <message>
        <source>Repayment failed, unpaid</source>
        <translation>还款失败，没有扣款</translation>
    </message>
    <message>
        <source>Spending → {category}</source>
        <translation>支出 → {category}</translation>
    </message>
    <message>
        <source>Refund, taken off its order</source>
        <translation>退款，冲减原订单</translation>
    </message>
    <message>
        <source>Refunded order, not counted</source>
        <translation>已退款订单，不计收支</translation>
    </message>
    <message>
        <source>Closed, not counted</source>
        <translation>已关闭，不计收支</translation>
    </message>
    <message>
        <source>Failed, not counted</source>
        <translation>失败，不计收支</translation>
    </message>
    <message>
        <source>You entered this repayment by hand</source>
        <translation>与你手工记的还款是同一笔</translation>
    </message>
    <message>
        <source>The instalment&apos;s amount, near its due day</source>
        <translation>金额与该期相同，日期在还款日前后</translation>
    </message>
    <message>
        <source>The instalments of several loans of one day</source>
        <translation>同一天到期的几笔借款合计</translation>
    </message>
    <message>
        <source>What was due by then</source>
        <translation>当时应还的金额</translation>
    </message>
    <message>
        <source>Pays the loan off on that day</source>
        <translation>正好是当天的结清金额</translation>
    </message>
    <message>
        <source>The statement whole</source>
        <translation>账单全额</translation>
    </message>
    <message>
        <source>The statement&apos;s minimum</source>
        <translation>账单最低还款额</translation>
    </message>
    <message>
        <source>A loan of the book, drawn then</source>
        <translation>账本里当天借出的借款</translation>
    </message>
    <message>
        <source>The next instalment&apos;s amount, far from its due day</source>
        <translation>金额是下一期的，但日期离还款日较远</translation>
    </message>
    <message>
        <source>An instalment of that day, but earlier ones are open and are paid first</source>
        <translation>与当天到期的一期相同，但前面还有未还的，会先还前面的</translation>
    </message>
    <message>
        <source>A part of what is due next</source>
        <translation>下一期的一部分</translation>
    </message>
    <message>
        <source>The product fits, the amount is another</source>
        <translation>产品对得上，金额不同</translation>
    </message>
    <message>
        <source>Chosen by hand</source>
        <translation>由你指定</translation>
    </message>
    <message>
        <source>{name}, paid off</source>
        <translation>{name} 结清</translation>
    </message>
    <message>
        <source>{name}, statement due {day}</source>
        <translation>{name} {day} 到期账单</translation>
    </message>
    <message>
        <source>{name} instalment {number}/{count}</source>
        <translation>{name} 第 {number}/{count} 期</translation>
    </message>
    <message>
        <source>{name} instalments {first}–{last}/{count}</source>
        <translation>{name} 第 {first}–{last}/{count} 期</translation>
    </message>
    <message>
        <source>Loan paid out → {target}</source>
        <translation>放款 → {target}</translation>
    </message>
    <message>
        <source>Repayment → {target}</source>
        <translation>还款 → {target}</translation>
    </message>
    <message>
        <source>Repayment, never spending</source>
        <translation>还款，不计支出</translation>
    </message>
    <message>
        <source>New loan?</source>
        <translation>新借款？</translation>
    </message>
    <message>
        <source>Loan matched</source>
        <translation>已匹配借款</translation>
    </message>
    <message>
        <source>Which debt?</source>
        <translation>是哪一笔？</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>也许是</translation>
    </message>
    <message>
        <source>Transfer?</source>
        <translation>转账？</translation>
    </message>
    <message>
        <source>Duplicate?</source>
        <translation>重复？</translation>
    </message>
    <message>
        <source>Transfer between {one} and {two}?</source>
        <translation>{one}与{two}之间的转账？</translation>
    </message>
    <message>
        <source>One repayment in {one} and {two}?</source>
        <translation>{one}与{two}里是同一笔还款？</translation>
    </message>
    <message>
        <source>The same in {one} and {two}?</source>
        <translation>{one}与{two}里是同一笔？</translation>
    </message>
    <message>
        <source>Confirmed, neither counts as income or spending</source>
        <translation>确认后，两边都不算收支</translation>
    </message>
    <message>
        <source>Confirmed, the row of {one} counts and that of {two} does not</source>
        <translation>确认后只算{one}的一条，{two}的不再算</translation>
    </message>
    <message>
        <source>Repayment failed on {day}, still owed</source>
        <translation>{day} 还款失败，仍未还上</translation>
    </message>
    <message>
        <source>Repayment failed {count} times, {first} to {last}, still owed</source>
        <translation>{first} 至 {last} 还款失败 {count} 次，仍未还上</translation>
    </message>
    <message>
        <source>See that the paying account holds enough, or pay it by hand in the app.</source>
        <translation>请确认扣款账户余额足够，或在 App 里手动还款。</translation>
    </message>
    <message>
        <source>Loan paid out, never income</source>
        <translation>借款入账，不计收入</translation>
    </message>
    <message>
        <source>Own transfer, not counted</source>
        <translation>自己转账，不计收支</translation>
    </message>
    <message>
        <source>Yield, counted as income</source>
        <translation>收益，计入收入</translation>
    </message>
    <message>
        <source>Paid by someone else, not counted</source>
        <translation>他人代付，不计收支</translation>
    </message>
    <message>
        <source>Hold, not counted</source>
        <translation>押金/冻结，不计收支</translation>
    </message>
    <message>
        <source>Credit, not counted</source>
        <translation>先享后付，不计收支</translation>
    </message>
    <message>
        <source>Counted in another statement</source>
        <translation>已计入另一份账单</translation>
    </message>
    <message>
        <source>Kept with its text, not counted</source>
        <translation>保留原文，不计收支</translation>
    </message>
    <message>
        <source>The status is not known to the program</source>
        <translation>程序不认识这个状态</translation>
    </message>
    <message>
        <source>Neither income nor spending is stated</source>
        <translation>未写明收入还是支出</translation>
    </message>
    <message>
        <source>The amount cannot be read</source>
        <translation>金额读不懂</translation>
    </message>
    <message>
        <source>The time cannot be read</source>
        <translation>时间读不懂</translation>
    </message>
    <message>
        <source>Day and month may stand the other way round</source>
        <translation>日和月的先后无法确定</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>线上</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>线下</translation>
    </message>
    <message>
        <source>It lowers its order, in the month and category of that.</source>
        <translation>冲减原订单，计入原订单的月份和分类。</translation>
    </message>
    <message>
        <source>Its order is not in the book: it lowers the month and category it stands in.</source>
        <translation>账本里没有原订单：冲减退款当月和所在分类。</translation>
    </message>
    <message>
        <source>It lowers nothing: its order was given back whole and does not count.</source>
        <translation>不冲减：原订单已全额退款，本来就不计入。</translation>
    </message>
    <message>
        <source>It lowers nothing: the same refund is listed twice.</source>
        <translation>不冲减：同一笔退款列了两次。</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>餐饮</translation>
    </message>
    <message>
        <source>Daily needs</source>
        <translation>日用</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>Clothes and devices</source>
        <translation>服饰数码</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>居家</translation>
    </message>
    <message>
        <source>Phone and bills</source>
        <translation>通讯缴费</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>医疗健康</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>Leisure</source>
        <translation>娱乐</translation>
    </message>
    <message>
        <source>Family and friends</source>
        <translation>亲友</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Douyin Pay</source>
        <translation>抖音支付</translation>
    </message>
    <message>
        <source>ICBC</source>
        <translation>工商银行</translation>
    </message>
    <message>
        <source>CCB</source>
        <translation>建设银行</translation>
    </message>
    <message>
        <source>CMB</source>
        <translation>招商银行</translation>
    </message>
    <message>
        <source>Bank of China</source>
        <translation>中国银行</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>农业银行</translation>
    </message>
    <message>
        <source>BOCOM</source>
        <translation>交通银行</translation>
    </message>
    <message>
        <source>CITIC</source>
        <translation>中信银行</translation>
    </message>
    <message>
        <source>CGB</source>
        <translation>广发银行</translation>
    </message>
    <message>
        <source>CIB</source>
        <translation>兴业银行</translation>
    </message>
    <message>
        <source>SPDB</source>
        <translation>浦发银行</translation>
    </message>
    <message>
        <source>Ping An Bank</source>
        <translation>平安银行</translation>
    </message>
    <message>
        <source>CMBC</source>
        <translation>民生银行</translation>
    </message>
    <message>
        <source>Hua Xia Bank</source>
        <translation>华夏银行</translation>
    </message>
    <message>
        <source>Bank of Shanghai</source>
        <translation>上海银行</translation>
    </message>
    <message>
        <source>Postal Savings Bank</source>
        <translation>邮储银行</translation>
    </message>
    <message>
        <source>HSBC Hong Kong</source>
        <translation>汇丰香港</translation>
    </message>
    <message>
        <source>BMO</source>
        <translation>BMO 蒙特利尔银行</translation>
    </message>
    <message>
        <source>TD</source>
        <translation>TD 道明银行</translation>
    </message>
    <message>
        <source>OFX</source>
        <translation>OFX</translation>
    </message>
    <message>
        <source>QIF</source>
        <translation>QIF</translation>
    </message>
    <message>
        <source>Qianji</source>
        <translation>钱迹</translation>
    </message>
    <message>
        <source>Yimu</source>
        <translation>一木记账</translation>
    </message>
    <message>
        <source>Feidee</source>
        <translation>随手记</translation>
    </message>
    <message>
        <source>Wacai</source>
        <translation>挖财</translation>
    </message>
    <message>
        <source>Youqian</source>
        <translation>有钱</translation>
    </message>
    <message>
        <source>Other table</source>
        <translation>其他表格</translation>
    </message>
    <message>
        <source>Interest and fees</source>
        <translation>利息与费用</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Year, month, day (26-11-24)</source>
        <translation>年 月 日（26-11-24）</translation>
    </message>
    <message>
        <source>Month, day, year (11/24/2026)</source>
        <translation>月 日 年（11/24/2026）</translation>
    </message>
    <message>
        <source>Day, month, year (24/11/2026)</source>
        <translation>日 月 年（24/11/2026）</translation>
    </message>
    <message>
        <source>One column with a sign</source>
        <translation>一列，带正负号</translation>
    </message>
    <message>
        <source>Two columns: out and in</source>
        <translation>两列：支出、收入</translation>
    </message>
    <message>
        <source>One column, and a word beside it</source>
        <translation>一列金额，另有一列写明收支</translation>
    </message>
    <message>
        <source>A wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>A bank account</source>
        <translation>银行账户</translation>
    </message>
    <message>
        <source>A credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>A book-keeping app</source>
        <translation>记账软件</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Card or account</source>
        <translation>卡号或账户</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Debt payments take {percent}% of income</source>
        <translation>月供占收入 {percent}%</translation>
    </message>
    <message>
        <source>{percent}% of your limits is used</source>
        <translation>额度使用率 {percent}%</translation>
    </message>
    <message>
        <source>{count} applications in {days} days</source>
        <translation>{days} 天内申请 {count} 次</translation>
    </message>
    <message>
        <source>{count} lenders are owed at once</source>
        <translation>同时欠 {count} 家放款方</translation>
    </message>
    <message>
        <source>{name}: {percent}% of the limit is used</source>
        <translation>{name} 已用额度 {percent}%</translation>
    </message>
    <message>
        <source>{name}: {amount} due, {when}</source>
        <translation>{name} 应还 {amount}，{when}</translation>
    </message>
    <message>
        <source>{name}: {amount} on {day} did not go through</source>
        <translation>{name}：{day} 的还款 {amount} 未成功</translation>
    </message>
    <message>
        <source>A debt on record</source>
        <translation>一笔在案欠款</translation>
    </message>
    <message>
        <source>{name} is {days} days overdue</source>
        <translation>{name} 已逾期 {days} 天</translation>
    </message>
    <message>
        <source>Cannot be judged: {input}.</source>
        <translation>无法判断：{input}。</translation>
    </message>
    <message>
        <source>{service_fen} of {income_fen} a month. Lines: {caution}%, {warning}%, {critical}%.</source>
        <translation>每月 {income_fen} 收入中要还 {service_fen}。界线：{caution}%、{warning}%、{critical}%。</translation>
    </message>
    <message>
        <source>{used_fen} of {limits_fen} in limits. Lines: {caution}%, {warning}%, {critical}%.</source>
        <translation>{limits_fen} 额度中已用 {used_fen}。界线：{caution}%、{warning}%、{critical}%。</translation>
    </message>
    <message>
        <source>Lenders are said to look twice above {most} in {days} days.</source>
        <translation>据称 {days} 天内超过 {most} 次，放款方会多加审视。</translation>
    </message>
    <message>
        <source>After a month&apos;s debt payments {amount} is left</source>
        <translation>付完每月债务后只剩 {amount}</translation>
    </message>
    <message>
        <source>After a month&apos;s debt payments {amount} is missing</source>
        <translation>每月收入付完必要支出，还债差 {amount}</translation>
    </message>
    <message>
        <source>Cannot be judged. {reason}</source>
        <translation>无法判断。{reason}</translation>
    </message>
    <message>
        <source>{left_fen} a month is left after essential spending; monthly debt payments are {service_fen}.</source>
        <translation>每月收入扣除必要支出后剩 {left_fen}，每月还债要 {service_fen}。</translation>
    </message>
    <message>
        <source>Lenders are said to look twice from {most} lenders on.</source>
        <translation>据称达到 {most} 家时，放款方会更谨慎。</translation>
    </message>
    <message>
        <source>{used_fen} used of {limit_fen}.</source>
        <translation>额度 {limit_fen}，已用 {used_fen}。</translation>
    </message>
    <message>
        <source>A payment that is a day late is on record for years.</source>
        <translation>晚一天也可能留下多年的记录。</translation>
    </message>
    <message>
        <source>Every day costs penalty interest; an adverse record is kept five years from the day it is paid.</source>
        <translation>每多一天都要付罚息；不良记录自还清之日起保留五年。</translation>
    </message>
    <message>
        <source>What is left for debts</source>
        <translation>可用于还款的结余</translation>
    </message>
    <message>
        <source>Number of lenders</source>
        <translation>欠款的放款方数</translation>
    </message>
    <message>
        <source>Use of each limit</source>
        <translation>单个额度使用率</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Failed repayments</source>
        <translation>还款失败</translation>
    </message>
    <message>
        <source>Caution above {caution}%, warning above {warning}%, critical above {critical}%.</source>
        <translation>超过 {caution}% 为注意，超过 {warning}% 为警告，超过 {critical}% 为严重。</translation>
    </message>
    <message>
        <source>Warning below {warning}%, critical below {critical}%.</source>
        <translation>低于 {warning}% 为警告，低于 {critical}% 为严重。</translation>
    </message>
    <message>
        <source>Caution from {caution_from} lenders, warning above {warning}, critical above {critical}.</source>
        <translation>达到 {caution_from} 家为注意，超过 {warning} 家为警告，超过 {critical} 家为严重。</translation>
    </message>
    <message>
        <source>Warning above {warning}%, critical from {critical_from}%.</source>
        <translation>超过 {warning}% 为警告，达到 {critical_from}% 为严重。</translation>
    </message>
    <message>
        <source>Warning above {warning_30} in 30 days, {warning_90} in 90 or {warning_180} in 180; critical above {critical_30}, {critical_90} or {critical_180}.</source>
        <translation>30 天内超过 {warning_30} 次、90 天内超过 {warning_90} 次或 180 天内超过 {warning_180} 次为警告；分别超过 {critical_30}、{critical_90}、{critical_180} 次为严重。</translation>
    </message>
    <message>
        <source>A note {info_days} days before, caution {caution_days} days before, warning {warning_days} before.</source>
        <translation>提前 {info_days} 天提示，提前 {caution_days} 天为注意，提前 {warning_days} 天为警告。</translation>
    </message>
    <message>
        <source>Critical from the first day after the due date.</source>
        <translation>过了应还日的第一天起即为严重。</translation>
    </message>
    <message>
        <source>Warning for {critical_days} days, then critical, until it is paid; {warning_days} days at most.</source>
        <translation>前 {critical_days} 天为警告，之后为严重，补上还款即消失；最多提示 {warning_days} 天。</translation>
    </message>
    <message>
        <source>grade A, official</source>
        <translation>A 级（官方）</translation>
    </message>
    <message>
        <source>grade B, professional press</source>
        <translation>B 级（专业媒体）</translation>
    </message>
    <message>
        <source>grade C, general web pages</source>
        <translation>C 级（一般网页）</translation>
    </message>
    <message>
        <source>{rule}, {grade}, checked on {day}: {source}</source>
        <translation>依据 {rule}，{grade}，{day} 核对：{source}</translation>
    </message>
    <message>
        <source>Draw no new loans for now.</source>
        <translation>暂时不要再借新款。</translation>
    </message>
    <message>
        <source>List every debt with its true cost here.</source>
        <translation>把每笔债务连同真实成本都列进来。</translation>
    </message>
    <message>
        <source>Pay down the line with the highest true cost first.</source>
        <translation>先还真实成本最高的那笔。</translation>
    </message>
    <message>
        <source>Apply nowhere until the oldest of these leaves the window.</source>
        <translation>在最早那次申请移出窗口之前，不要再申请。</translation>
    </message>
    <message>
        <source>Put the money on the account it is debited from, a working day before.</source>
        <translation>提前一个工作日把钱存入扣款账户。</translation>
    </message>
    <message>
        <source>Cut what can wait this month.</source>
        <translation>这个月先缓一缓可以推迟的花销。</translation>
    </message>
    <message>
        <source>Enter your essential spending in Settings.</source>
        <translation>请在设置里填写每月必要支出。</translation>
    </message>
    <message>
        <source>Pay the overdue amount first, before anything else.</source>
        <translation>先把逾期金额还上，再谈其他。</translation>
    </message>
    <message>
        <source>If you cannot, call the lender before the due date and ask for a plan.</source>
        <translation>若还不上，请在到期前联系放款方，协商还款计划。</translation>
    </message>
    <message>
        <source>If you cannot, call the lender now and ask for a plan.</source>
        <translation>若还不上，请尽快联系放款方协商还款计划。</translation>
    </message>
    <message>
        <source>Check that the account it is debited from has enough and is still linked.</source>
        <translation>先看扣款账户余额够不够、是否仍绑定。</translation>
    </message>
    <message>
        <source>Pay it by hand in the lender&apos;s app today.</source>
        <translation>今天到放款方的 App 里手动还上。</translation>
    </message>
    <message>
        <source>Then look in the lender&apos;s app whether it was taken, and only once.</source>
        <translation>还完在 App 里确认已入账，且只扣了一次。</translation>
    </message>
    <message>
        <source>Enter your net income in Settings.</source>
        <translation>请在设置里填写每月到手收入。</translation>
    </message>
    <message>
        <source>Add your lines and loans.</source>
        <translation>请添加额度和借款。</translation>
    </message>
    <message>
        <source>Say in Settings since when your applications are complete.</source>
        <translation>请在设置中说明申请记录从哪天起完整。</translation>
    </message>
    <message>
        <source>Compare rate, fees and amounts here with the contract.</source>
        <translation>把这里的利率、费用和金额与合同核对一遍。</translation>
    </message>
    <message>
        <source>Ask the lender in writing to reduce what is above the cap.</source>
        <translation>书面请贷款机构调减超出上限的部分。</translation>
    </message>
    <message>
        <source>If the lender refuses, call 12378, the regulator&apos;s line.</source>
        <translation>机构不处理时，可拨打监管热线 12378 投诉。</translation>
    </message>
    <message>
        <source>Agree in writing on a rate at or below the cap.</source>
        <translation>书面约定不超过上限的利率。</translation>
    </message>
    <message>
        <source>Ask the lender to count principal and interest on what you received.</source>
        <translation>请对方按实际到账金额计算本金和利息。</translation>
    </message>
    <message>
        <source>Look whether the fee stands on the lender&apos;s cost disclosure table.</source>
        <translation>看看这项费用是否列在综合融资成本明示表上。</translation>
    </message>
    <message>
        <source>Compare offers by their simple yearly rate, not by the fee.</source>
        <translation>比较时看单利年化，不要只看费率。</translation>
    </message>
    <message>
        <source>Say in the loan what kind of lender it is.</source>
        <translation>在借款里注明出借方属于哪一类。</translation>
    </message>
    <message>
        <source>Tried {count} times, first {days} days ago; nothing was taken, so it is still owed.</source>
        <translation>{days} 天前起扣了 {count} 次都没成功；钱没有扣走，这笔仍未还。</translation>
    </message>
    <message>
        <source>Nothing was taken {days} days ago, so it is still owed.</source>
        <translation>{days} 天前没有扣款成功，这笔仍未还。</translation>
    </message>
    <message>
        <source>Nothing was taken today, so it is still owed.</source>
        <translation>今天没有扣款成功，这笔仍未还。</translation>
    </message>
    <message>
        <source>{page}: drawn</source>
        <translation>{page}：已绘制</translation>
    </message>
    <message>
        <source>{count} products, {rules} rules, points table {version}</source>
        <translation>产品 {count} 个，规则 {rules} 条，计分表 {version}</translation>
    </message>
    <message>
        <source>Complete.</source>
        <translation>齐全。</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在指南里查找</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>“{words}” is not in the guide.</source>
        <translation>指南里没有“{words}”。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Rows it comes from</source>
        <translation>来自这些记录</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>{count} rows are new</source>
        <translation>新增 {count} 笔</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Open again. Ctrl+Z takes it back.</source>
        <translation>已重新打开。按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Match my lender…</source>
        <translation>对上放款方的数字…</translation>
    </message>
    <message>
        <source>Paid off early…</source>
        <translation>提前结清…</translation>
    </message>
    <message>
        <source>Re-open</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Re-open…</source>
        <translation>重新启用…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>It comes from a statement file and stays as the file has it.</source>
        <translation>这笔来自账单文件，以文件为准，不在这里修改。</translation>
    </message>
    <message>
        <source>At least one of these numbers is this program&apos;s own threshold, not an official one.</source>
        <translation>其中至少有一个界线是本软件自定的，并非官方标准。</translation>
    </message>
    <message>
        <source>Every instalment and statement that falls due in {month}, paid or not.</source>
        <translation>{month}到期的每一期和每张账单，已还的也算在内。</translation>
    </message>
    <message>
        <source>{overdue} is overdue; what fell due in earlier months is not in this sum.</source>
        <translation>已逾期 {overdue}；更早月份到期的不在这个合计里。</translation>
    </message>
    <message>
        <source>The principal of every loan, and of every line its open statement and what was bought since.</source>
        <translation>每笔借款的剩余本金，加上每个额度未还的账单和出账后的消费。</translation>
    </message>
    <message>
        <source>Debt payments {total} = instalments of the next 30 days and overdue ones {instalments} + a tenth of the average balance of lines {revolving}</source>
        <translation>月供 {total} = 未来 30 天应还及逾期的各期 {instalments} + 循环额度平均余额的一成 {revolving}</translation>
    </message>
    <message>
        <source>Net income a month is not known. Enter it in Settings.</source>
        <translation>每月到手收入未知，请在设置里填写。</translation>
    </message>
    <message>
        <source>{total} ÷ net income a month {income} = {ratio}%</source>
        <translation>{total} ÷ 每月到手收入 {income} = {ratio}%</translation>
    </message>
    <message>
        <source>Principal of {bullet} that falls due in one sum is left out.</source>
        <translation>到期一次性归还的本金 {bullet} 没有计入。</translation>
    </message>
    <message>
        <source>The yearly cost of each loan (fees included, not compounded), weighted by the principal still owed.</source>
        <translation>每笔借款的年化成本（含费用、单利），按剩余本金加权平均。</translation>
    </message>
    <message>
        <source>Cash at hand {cash}</source>
        <translation>手头现金 {cash}</translation>
    </message>
    <message>
        <source>− dues until {day} {dues}, overdue ones counted today</source>
        <translation>− 到{day}为止应还 {dues}（逾期的算在今天）</translation>
    </message>
    <message>
        <source>− {living} to live on until {day}: {essential} a month, a thirtieth of it each day</source>
        <translation>− 到{day}为止的必要支出 {living}：每月 {essential}，每天按三十分之一算</translation>
    </message>
    <message>
        <source>= {left} on {day}</source>
        <translation>= {day} {left}</translation>
    </message>
    <message>
        <source>+ income {income} on {days}</source>
        <translation>+ {days}收入 {income}</translation>
    </message>
    <message>
        <source>Income is not counted: enter income and payday to count it.</source>
        <translation>没有计入收入：填写收入和发薪日后才会计入。</translation>
    </message>
    <message>
        <source>− dues until {day} {dues}</source>
        <translation>− 到 {day} 应还 {dues}</translation>
    </message>
    <message>
        <source>What you need to live on is not counted: it is not known.</source>
        <translation>没有计入必要支出：尚未填写。</translation>
    </message>
    <message>
        <source>Principal together {total}</source>
        <translation>剩余本金合计 {total}</translation>
    </message>
    <message>
        <source>Statements are counted whole, not their minimum.</source>
        <translation>账单按全额计算，不按最低还款额。</translation>
    </message>
    <message>
        <source>What is still open of every instalment and statement that falls due before {day}, overdue ones too.</source>
        <translation>{day}前到期的各期与账单尚未还的部分，含逾期。</translation>
    </message>
    <message>
        <source>Due in the next 30 days</source>
        <translation>未来 30 天应还</translation>
    </message>
    <message>
        <source>Change since {day}</source>
        <translation>自 {day} 以来的变化</translation>
    </message>
    <message>
        <source>What is left if every instalment and statement is paid on its day, and nothing is borrowed or bought.</source>
        <translation>假设各期与账单都按时还清，且不再借款或消费，届时剩下的欠款。</translation>
    </message>
    <message>
        <source>Debt on {day}</source>
        <translation>{day} 的负债</translation>
    </message>
    <message>
        <source>entered as of {day}</source>
        <translation>按 {day} 填写</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>next 30 days and overdue</source>
        <translation>未来 30 天与逾期</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>a tenth of their six-month average balance</source>
        <translation>近六个月平均余额的十分之一</translation>
    </message>
    <message>
        <source>The dues of a day are counted before its income. Other income and spending are not counted.</source>
        <translation>同一天先算还款、后算收入。其他收支没有计入。</translation>
    </message>
    <message>
        <source>No payday lies before {day}, so no income is counted.</source>
        <translation>{day}之前没有发薪日，所以没有计入收入。</translation>
    </message>
    <message>
        <source>Nothing is due in the next 30 days.</source>
        <translation>未来 30 天没有要还的款。</translation>
    </message>
    <message>
        <source>On {day} {short} is missing</source>
        <translation>{day}差 {short}</translation>
    </message>
    <message>
        <source>By cash alone: {found}</source>
        <translation>只看现金：{found}</translation>
    </message>
    <message>
        <source>Living costs not counted: {found}</source>
        <translation>不算必要支出：{found}</translation>
    </message>
    <message>
        <source>{amount} missing after the last due</source>
        <translation>还到最后一笔，还差 {amount}</translation>
    </message>
    <message>
        <source>{left} left after the last due</source>
        <translation>还完最后一笔还剩 {left}</translation>
    </message>
    <message>
        <source>Cash {cash} (as of {day})</source>
        <translation>现金 {cash}（{day}）</translation>
    </message>
    <message>
        <source>+ income {income} ({days})</source>
        <translation>+ 收入 {income}（{days}）</translation>
    </message>
    <message>
        <source>− {living} to live on until {day}</source>
        <translation>− 到 {day} 的必要支出 {living}</translation>
    </message>
    <message>
        <source>With all income and dues until {day}: {left}.</source>
        <translation>收入和应还都算到{day}：{left}。</translation>
    </message>
    <message>
        <source>With the minimum payments it is enough; what is left of a statement bears interest.</source>
        <translation>账单只还最低还款额就够；没还的部分会计息。</translation>
    </message>
    <message>
        <source>Bought with lines and not billed yet: {amount}.</source>
        <translation>另有已用未出账 {amount}。</translation>
    </message>
    <message>
        <source>Everything of the last month was paid in time</source>
        <translation>最近一个月全部按时还款</translation>
    </message>
    <message>
        <source>{months} months in a row paid in time</source>
        <translation>连续 {months} 个月按时还款</translation>
    </message>
    <message>
        <source>On-time rate {rate}%: {in_time} of {bills} bills.</source>
        <translation>准时率 {rate}%：{bills} 笔到期中 {in_time} 笔按时。</translation>
    </message>
    <message>
        <source>Counted are all instalments, statements and overdues on record that fell due by today.</source>
        <translation>统计到今天为止到期的每一期、每张账单和已登记的逾期。</translation>
    </message>
    <message>
        <source>All other</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Status of the line</source>
        <translation>额度状态</translation>
    </message>
    <message>
        <source>Instalment no.</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>Principal owed (yuan)</source>
        <translation>剩余本金（元）</translation>
    </message>
    <message>
        <source>Credit limit (yuan)</source>
        <translation>额度（元）</translation>
    </message>
    <message>
        <source>Limit before (yuan)</source>
        <translation>调整前额度（元）</translation>
    </message>
    <message>
        <source>Real yearly rate, nominal (%)</source>
        <translation>真实年化（单利，%）</translation>
    </message>
    <message>
        <source>Real yearly rate, effective (%)</source>
        <translation>真实年化（复利，%）</translation>
    </message>
    <message>
        <source>Next payment (yuan)</source>
        <translation>下次应还（元）</translation>
    </message>
    <message>
        <source>Next due date</source>
        <translation>下次还款日</translation>
    </message>
    <message>
        <source>State of the next payment</source>
        <translation>下次还款状态</translation>
    </message>
    <message>
        <source>To pay off today (yuan)</source>
        <translation>今天结清约需（元）</translation>
    </message>
    <message>
        <source>Points at most</source>
        <translation>最多扣分</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>是否已知</translation>
    </message>
    <message>
        <source>Range from</source>
        <translation>区间下限</translation>
    </message>
    <message>
        <source>Range to</source>
        <translation>区间上限</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Instalment fee (%)</source>
        <translation>分期费率（%）</translation>
    </message>
    <message>
        <source>Payment (yuan)</source>
        <translation>应还合计（元）</translation>
    </message>
    <message>
        <source>Principal (yuan)</source>
        <translation>本金（元）</translation>
    </message>
    <message>
        <source>Interest (yuan)</source>
        <translation>利息（元）</translation>
    </message>
    <message>
        <source>Fee (yuan)</source>
        <translation>费用（元）</translation>
    </message>
    <message>
        <source>Penalty (yuan)</source>
        <translation>罚息（元）</translation>
    </message>
    <message>
        <source>Principal left (yuan)</source>
        <translation>还后本金（元）</translation>
    </message>
    <message>
        <source>Still to pay (yuan)</source>
        <translation>待还（元）</translation>
    </message>
    <message>
        <source>Not asked any more (yuan)</source>
        <translation>免还（元）</translation>
    </message>
    <message>
        <source>Paid back beside it (yuan)</source>
        <translation>另提前还本（元）</translation>
    </message>
    <message>
        <source>The lender&apos;s own figures</source>
        <translation>按贷方数字</translation>
    </message>
    <message>
        <source>Paid back early, for</source>
        <translation>提前还本的方式</translation>
    </message>
    <message>
        <source>Minimum payment (yuan)</source>
        <translation>最低还款（元）</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Refunded of it (yuan)</source>
        <translation>其中已退（元）</translation>
    </message>
    <message>
        <source>Net (yuan)</source>
        <translation>净额（元）</translation>
    </message>
    <message>
        <source>Spent in this file</source>
        <translation>本文件支出</translation>
    </message>
    <message>
        <source>The rows of the class that counts as spending, before refunds. Every row of the file has one class.</source>
        <translation>算作支出的那一类，未减退款。文件的每一行只属于一类。</translation>
    </message>
    <message>
        <source>Choose a kind above the preview to see its rows.</source>
        <translation>在预览上方选择种类，可以看到其中各行。</translation>
    </message>
    <message>
        <source>Rows of this file</source>
        <translation>本文件行数</translation>
    </message>
    <message>
        <source>A row is known by its own number in the file; the same row is never counted twice.</source>
        <translation>每一行按自己的单号识别，同一行绝不重复计入。</translation>
    </message>
    <message>
        <source>Rows that repay a debt or pay out a loan. They are never counted as spending or income.</source>
        <translation>还债或放款的各行，绝不算作支出或收入。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What is in the book of it now, by class. The rest was known already, or was taken out since.</source>
        <translation>现在账本中属于这次导入的各行，按类别。其余原已存在，或后来撤出。</translation>
    </message>
    <message>
        <source>{new} new + {changed} changed of {rows} rows; {there} are in the book</source>
        <translation>{rows} 行中新增 {new}、变更 {changed}；现有 {there} 行在账本中</translation>
    </message>
    <message>
        <source>{parts} = {count} rows of the file</source>
        <translation>{parts} = 文件共 {count} 行</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Paid off with it</source>
        <translation>就此结清</translation>
    </message>
    <message>
        <source>From a statement</source>
        <translation>来自账单</translation>
    </message>
    <message>
        <source>Other currency</source>
        <translation>其他币种</translation>
    </message>
    <message>
        <source>Amount in it</source>
        <translation>外币金额</translation>
    </message>
    <message>
        <source>Kind of row</source>
        <translation>流水类别</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What it does to a debt</source>
        <translation>与负债的关系</translation>
    </message>
    <message>
        <source>Why it wants a look</source>
        <translation>待确认原因</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Failed repayment</source>
        <translation>还款失败</translation>
    </message>
    <message>
        <source>All were paid on their due days</source>
        <translation>都按时还了</translation>
    </message>
    <message>
        <source>I will enter what was paid</source>
        <translation>我自己录入还款</translation>
    </message>
    <message>
        <source>{count} instalments were due before today</source>
        <translation>今天之前已有 {count} 期到期</translation>
    </message>
    <message>
        <source>1 instalment was due before today</source>
        <translation>今天之前已有 1 期到期</translation>
    </message>
    <message>
        <source>More of the contract</source>
        <translation>更多合同条款</translation>
    </message>
    <message>
        <source>With interest for those days</source>
        <translation>顺延的天数照计利息</translation>
    </message>
    <message>
        <source>Instead of the normal interest</source>
        <translation>逾期期间不再另计正常利息</translation>
    </message>
    <message>
        <source>Unpaid interest bears it too</source>
        <translation>未付利息也计（复利）</translation>
    </message>
    <message>
        <source>It can be repaid early</source>
        <translation>可以提前还款</translation>
    </message>
    <message>
        <source>Also a part of it</source>
        <translation>可以只还一部分</translation>
    </message>
    <message>
        <source>Due on a day off</source>
        <translation>还款日遇节假日</translation>
    </message>
    <message>
        <source>Rest of rounding</source>
        <translation>分摊的尾差</translation>
    </message>
    <message>
        <source>Least days of interest</source>
        <translation>最少计息天数</translation>
    </message>
    <message>
        <source>Penalty interest on</source>
        <translation>罚息计算基数</translation>
    </message>
    <message>
        <source>Penalty, % of the rate</source>
        <translation>罚息为原利率的 %</translation>
    </message>
    <message>
        <source>Mostly 150; 0 for none</source>
        <translation>多为 150；没有罚息填 0</translation>
    </message>
    <message>
        <source>Or a rate, % a day</source>
        <translation>或单独的日利率 %</translation>
    </message>
    <message>
        <source>Where the contract states one of its own</source>
        <translation>合同单独写明时填</translation>
    </message>
    <message>
        <source>Price of that</source>
        <translation>提前还款收费</translation>
    </message>
    <message>
        <source>% of what is repaid early</source>
        <translation>占提前还本金 %</translation>
    </message>
    <message>
        <source>Months of interest</source>
        <translation>几个月利息</translation>
    </message>
    <message>
        <source>% by age</source>
        <translation>随时间的比例 %</translation>
    </message>
    <message>
        <source>Months of age: % of what is repaid early</source>
        <translation>已借月数: 占提前还本金 %</translation>
    </message>
    <message>
        <source>{name}: {nominal}% a year (simple), above 24%</source>
        <translation>{name}：单利年化 {nominal}%，超过 24%</translation>
    </message>
    <message>
        <source>{name}: {nominal}% a year (simple), above the 20% reported for consumer finance</source>
        <translation>{name}：单利年化 {nominal}%，高于媒体报道的消费金融 20%</translation>
    </message>
    <message>
        <source>{name}: {asked}% a year, above the cap of {cap}% on private loans</source>
        <translation>{name}：年利率 {asked}%，超过民间借贷上限 {cap}%</translation>
    </message>
    <message>
        <source>{name}: {nominal}% a year (simple), above {cap}% for micro-lenders</source>
        <translation>{name}：单利年化 {nominal}%，高于小额贷款公司的 {cap}%</translation>
    </message>
    <message>
        <source>{name}: only {received} of {principal} was paid out</source>
        <translation>{name}：合同 {principal}，实际到账 {received}</translation>
    </message>
    <message>
        <source>{name}: a flat fee of {fee}% costs {nominal}% a year (simple)</source>
        <translation>{name}：手续费合计 {fee}%，单利年化 {nominal}%</translation>
    </message>
    <message>
        <source>{name}: {principal} over {months} months</source>
        <translation>{name}：{principal}，{months} 个月</translation>
    </message>
    <message>
        <source>Consumer loans go up to {most} online and {months} months, as far as is known.</source>
        <translation>据已知规定，互联网消费贷款不超过 {most}，消费贷款期限不超过 {months} 个月。</translation>
    </message>
    <message>
        <source>Simple {nominal}%, compound {effective}% a year, on what was received and with all fees.</source>
        <translation>单利年化 {nominal}%，复利年化 {effective}%，按实际到账金额并计入全部费用。</translation>
    </message>
    <message>
        <source>Four times the one-year LPR of {day} is {cap}%.</source>
        <translation>{day} 公布的一年期 LPR，四倍为 {cap}%。</translation>
    </message>
    <message>
        <source>What is above 24% can be reduced on request.</source>
        <translation>超过 24% 的部分可以请求调减。</translation>
    </message>
    <message>
        <source>The 20% is reported by the press only, said to be an average; 24% holds for each loan.</source>
        <translation>20% 仅见于媒体报道，据称指平均水平；单笔仍以 24% 为限。</translation>
    </message>
    <message>
        <source>By law the loan is the amount received, and interest counts on that.</source>
        <translation>依法以实际到账金额为借款本金，并据此计息。</translation>
    </message>
    <message>
        <source>The fee stays the same while the principal in use shrinks, so the real rate is higher.</source>
        <translation>本金越还越少，手续费却不减，实际利率因此更高。</translation>
    </message>
    <message>
        <source>Cost above 24%</source>
        <translation>综合成本超过 24%</translation>
    </message>
    <message>
        <source>Consumer finance above 20%</source>
        <translation>消费金融超过 20%</translation>
    </message>
    <message>
        <source>Private loan above its cap</source>
        <translation>民间借贷超过上限</translation>
    </message>
    <message>
        <source>Micro-loan above its cap</source>
        <translation>小额贷款超过上限</translation>
    </message>
    <message>
        <source>Deducted up front</source>
        <translation>预先扣除（砍头息）</translation>
    </message>
    <message>
        <source>Fees outside the disclosure table</source>
        <translation>明示表以外的费用</translation>
    </message>
    <message>
        <source>Flat fee</source>
        <translation>固定手续费</translation>
    </message>
    <message>
        <source>Size and term of consumer loans</source>
        <translation>消费贷款的额度与期限</translation>
    </message>
    <message>
        <source>Critical above {critical}% a year (simple), all fees included.</source>
        <translation>含全部费用的单利年化超过 {critical}% 为严重。</translation>
    </message>
    <message>
        <source>Caution above {caution}% a year (simple), for contracts since 2026.</source>
        <translation>2026 年起的合同，单利年化超过 {caution}% 提请注意。</translation>
    </message>
    <message>
        <source>Critical above four times the one-year LPR of the contract&apos;s day; {tolerance} points for rounding.</source>
        <translation>超过合同成立时一年期 LPR 的四倍为严重；另留 {tolerance} 个百分点给取整。</translation>
    </message>
    <message>
        <source>A note for contracts of 2026 and 2027, a warning from 2028; {tolerance} points for rounding.</source>
        <translation>2026、2027 年的合同为提示，2028 年起为警告；另留 {tolerance} 个百分点给取整。</translation>
    </message>
    <message>
        <source>Critical as soon as less is received than the contract says.</source>
        <translation>到账金额少于合同金额即为严重。</translation>
    </message>
    <message>
        <source>For contracts since August 2026 with a fee; only you can compare.</source>
        <translation>适用于 2026 年 8 月起含费用的合同；需要你自己核对。</translation>
    </message>
    <message>
        <source>A note on every loan with a flat fee.</source>
        <translation>每笔收取固定手续费的借款都会提示。</translation>
    </message>
    <message>
        <source>A note above {most_yuan} yuan or {most_months} months.</source>
        <translation>超过 {most_yuan} 元或 {most_months} 个月时提示。</translation>
    </message>
    <message>
        <source>Its payments have no single yearly cost.</source>
        <translation>这些收付款得不出唯一的年化成本。</translation>
    </message>
    <message>
        <source>Which cap holds depends on what the lender is, and that is not known.</source>
        <translation>适用哪个上限取决于出借方的类别，目前未知。</translation>
    </message>
    <message>
        <source>No cap is on record for the day of the contract.</source>
        <translation>合同当日的上限没有记录。</translation>
    </message>
    <message>
        <source>Near the cap by the last LPR on record; a later one may be in force.</source>
        <translation>按最后记录的 LPR 计算已接近上限；之后 LPR 可能已调整。</translation>
    </message>
    <message>
        <source>Only the lender&apos;s disclosure table shows whether its fee is named there.</source>
        <translation>费用是否已列明，只有贷款机构的综合融资成本明示表上看得到。</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>announced, not yet binding</source>
        <translation>已公布，尚未强制</translation>
    </message>
    <message>
        <source>reported by the press, no published text</source>
        <translation>媒体报道，未见公开文件</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>By the LPR of {day}, the last on record; a later one may be in force.</source>
        <translation>依据 {day} 公布的 LPR（最后一次记录），之后可能已调整。</translation>
    </message>
    <message>
        <source>Up to {cap}% was protected then, and what is above {void}% is void.</source>
        <translation>当时 {cap}% 以内受保护，超过 {void}% 的部分无效。</translation>
    </message>
    <message>
        <source>Four times the one-year LPR of {day} is {cap}%; more is not protected.</source>
        <translation>{day} 公布的一年期 LPR，四倍为 {cap}%；超出部分不受保护。</translation>
    </message>
    <message>
        <source>By the contract: {rates}</source>
        <translation>按合同：{rates}</translation>
    </message>
    <message>
        <source>By days: {rates}</source>
        <translation>按实际天数：{rates}</translation>
    </message>
    <message>
        <source>Agreed: {sums}</source>
        <translation>约定：{sums}</translation>
    </message>
    <message>
        <source>As it went, with the rest as planned: {rates}</source>
        <translation>按实际还款（未还部分按计划）：{rates}</translation>
    </message>
    <message>
        <source>As it went: {sums}</source>
        <translation>实际：{sums}</translation>
    </message>
    <message>
        <source>simple yearly rate {percent}%</source>
        <translation>单利年化 {percent}%</translation>
    </message>
    <message>
        <source>compound yearly rate {percent}%</source>
        <translation>复利年化 {percent}%</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{simple}, {compound}</source>
        <translation>{simple}，{compound}</translation>
    </message>
    <message>
        <source>There is one yearly rate.</source>
        <translation>年化利率唯一。</translation>
    </message>
    <message>
        <source>Several yearly rates fit these payments; none of them alone is the cost.</source>
        <translation>有多个年化利率都符合这些收付款，单看哪一个都不是成本。</translation>
    </message>
    <message>
        <source>There is no yearly rate: money flows one way only.</source>
        <translation>没有年化利率：钱只朝一个方向流动。</translation>
    </message>
    <message>
        <source>There is no yearly rate at which these payments balance.</source>
        <translation>没有年化利率：任何利率都无法使这些收付款相抵。</translation>
    </message>
    <message>
        <source>There is no yearly rate: nothing came back.</source>
        <translation>没有年化利率：没有任何回款。</translation>
    </message>
    <message>
        <source>fee {percent}% each period</source>
        <translation>每期手续费 {percent}%</translation>
    </message>
    <message>
        <source>fee {percent}% in all</source>
        <translation>手续费合计 {percent}%</translation>
    </message>
    <message>
        <source>The contract says: {words}</source>
        <translation>合同写明：{words}</translation>
    </message>
    <message>
        <source>{rate} ({percent}% a year)</source>
        <translation>{rate}（合每年 {percent}%）</translation>
    </message>
    <message>
        <source>{interest} and a {fee}</source>
        <translation>{interest}，另加{fee}</translation>
    </message>
    <message>
        <source>The fee is advertised as {all}% in all or {yearly}% a year; by itself it costs: {rates}</source>
        <translation>手续费宣称合计 {all}%、一年 {yearly}%；仅此一项的真实成本：{rates}</translation>
    </message>
    <message>
        <source>interest {amount}</source>
        <translation>利息 {amount}</translation>
    </message>
    <message>
        <source>fees {amount}</source>
        <translation>费用 {amount}</translation>
    </message>
    <message>
        <source>deducted up front {amount}</source>
        <translation>预先扣除 {amount}</translation>
    </message>
    <message>
        <source>{amount} beside the principal</source>
        <translation>本金之外共 {amount}</translation>
    </message>
    <message>
        <source>{total} ({parts})</source>
        <translation>{total}（{parts}）</translation>
    </message>
    <message>
        <source>No cap is on record for this kind of lender on {day}.</source>
        <translation>没有这类出借方在 {day} 的上限记录。</translation>
    </message>
    <message>
        <source>{name}: {rate}% simple a year, {standing}</source>
        <translation>{name}：单利年化 {rate}%，{standing}</translation>
    </message>
    <message>
        <source>{points} points of room</source>
        <translation>低 {points} 个百分点</translation>
    </message>
    <message>
        <source>{points} points above</source>
        <translation>高 {points} 个百分点</translation>
    </message>
    <message>
        <source>{cap}; {room}</source>
        <translation>{cap}；本笔{room}</translation>
    </message>
    <message>
        <source>{cap}. {stale}</source>
        <translation>{cap}。{stale}</translation>
    </message>
    <message>
        <source>Cap on private loans before August 2020</source>
        <translation>民间借贷上限（2020 年 8 月以前）</translation>
    </message>
    <message>
        <source>Cap on private loans, four times the one-year LPR</source>
        <translation>民间借贷上限（一年期 LPR 四倍）</translation>
    </message>
    <message>
        <source>Cap on licensed lenders</source>
        <translation>持牌机构上限</translation>
    </message>
    <message>
        <source>Line for consumer finance</source>
        <translation>消费金融参考线</translation>
    </message>
    <message>
        <source>Cap on micro-lenders, four times the one-year LPR</source>
        <translation>小额贷款公司上限（一年期 LPR 四倍）</translation>
    </message>
    <message>
        <source>since {since}, {grade}, checked on {day}: {source}</source>
        <translation>{since} 起，{grade}，{day} 核对：{source}</translation>
    </message>
    <message>
        <source>short {amount}</source>
        <translation>差 {amount}</translation>
    </message>
    <message>
        <source>{count} dues</source>
        <translation>{count} 笔</translation>
    </message>
    <message>
        <source>Month of dues</source>
        <translation>一个月的还款日</translation>
    </message>
    <message>
        <source>Explain these numbers</source>
        <translation>解释这些数字</translation>
    </message>
    <message>
        <source>Banks do not work on this day. Money from another bank: send it by {day}. The due day itself does not move unless your contract says so; it ends at 24:00 Beijing time.</source>
        <translation>这一天不是工作日。要从别的银行转钱，最晚 {day} 转出。除非合同另有约定，还款日不顺延，截止到当天 24:00（北京时间）。</translation>
    </message>
    <message>
        <source>From Yudu, as of {day}. It does not change by itself.</source>
        <translation>由余度在 {day} 导出，不会自动更新。</translation>
    </message>
    <message>
        <source>Which plan</source>
        <translation>看哪一份计划</translation>
    </message>
    <message>
        <source>Use these terms</source>
        <translation>采用这组条件</translation>
    </message>
    <message>
        <source>Enter my rows as they are</source>
        <translation>按我填的数字记</translation>
    </message>
    <message>
        <source>Type the rows and search: what fits is shown here.</source>
        <translation>填好几期再查找，对得上的算法会显示在这里。</translation>
    </message>
    <message>
        <source>The nearest, no match</source>
        <translation>最接近的一种（并没有对上）</translation>
    </message>
    <message>
        <source>The plan beside your rows</source>
        <translation>计划与你填的各期对照</translation>
    </message>
    <message>
        <source>This instalment is the computed one already.</source>
        <translation>这一期本来就是计算值。</translation>
    </message>
    <message>
        <source>Another number of periods? Delete the extension and enter it anew.</source>
        <translation>期数不对？请删除这条展期后重新填写。</translation>
    </message>
    <message>
        <source>The computed instalment stands again. Ctrl+Z takes it back.</source>
        <translation>已恢复为计算值，按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Pay a part of {name} back early</source>
        <translation>{name}：提前还一部分</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Principal paid back</source>
        <translation>提前还的本金</translation>
    </message>
    <message>
        <source>The lender goes on with</source>
        <translation>之后的还法</translation>
    </message>
    <message>
        <source>Price of paying early</source>
        <translation>提前还款的费用</translation>
    </message>
    <message>
        <source>By your terms; correct it to what was asked</source>
        <translation>按合同条款算出，请改为贷方实际收取的金额</translation>
    </message>
    <message>
        <source>Type an amount up to {amount}: the plan as it is and both ways on then stand side by side.</source>
        <translation>填上金额（最多 {amount}），就能并排看到现计划和两种还法。</translation>
    </message>
    <message>
        <source>A day to come can be worked out, but not recorded yet.</source>
        <translation>未来的日子可以试算，但还不能记录。</translation>
    </message>
    <message>
        <source>Worked out from your terms; nothing is recorded until you say so. Your lender&apos;s plan counts.</source>
        <translation>按你填写的条款试算，不点“记录”就不会写入账本；以贷方的还款计划为准。</translation>
    </message>
    <message>
        <source>Principal by day: {present} to {day}; {shorter} to {earlier}; {lower} to {later}</source>
        <translation>本金走势：{present}到 {day}；{shorter}到 {earlier}；{lower}到 {later}</translation>
    </message>
    <message>
        <source>Instalment from then on</source>
        <translation>之后每期</translation>
    </message>
    <message>
        <source>Last due on</source>
        <translation>末期到期日</translation>
    </message>
    <message>
        <source>Interest and fees still to pay</source>
        <translation>还要付的息费</translation>
    </message>
    <message>
        <source>Interest and fees saved</source>
        <translation>省下的息费</translation>
    </message>
    <message>
        <source>Saved in all</source>
        <translation>合计节省</translation>
    </message>
    <message>
        <source>Yearly cost, simple</source>
        <translation>整笔单利年化</translation>
    </message>
    <message>
        <source>Yearly cost, compound</source>
        <translation>整笔复利年化</translation>
    </message>
    <message>
        <source>Instalments of all three plans</source>
        <translation>三种计划的各期</translation>
    </message>
    <message>
        <source>Settle {name} on a day</source>
        <translation>{name}：哪天结清</translation>
    </message>
    <message>
        <source>Record it as paid off…</source>
        <translation>记为已结清…</translation>
    </message>
    <message>
        <source>Any day since the loan was paid out, also one to come</source>
        <translation>放款日以来的任何一天，也可以是将来</translation>
    </message>
    <message>
        <source>In all on {day}</source>
        <translation>{day} 结清合计</translation>
    </message>
    <message>
        <source>One day later</source>
        <translation>晚一天</translation>
    </message>
    <message>
        <source>By the plan from then on</source>
        <translation>按计划还要付</translation>
    </message>
    <message>
        <source>Saved against the plan</source>
        <translation>比按计划省</translation>
    </message>
    <message>
        <source>More than by the plan</source>
        <translation>比按计划多</translation>
    </message>
    <message>
        <source>Worked out from your terms. What your lender asks counts: enter that, whatever it is.</source>
        <translation>按你填写的条款算出，以贷方要求的金额为准。</translation>
    </message>
    <message>
        <source>A private person does not report to the credit record.</source>
        <translation>私人借款不报送征信。</translation>
    </message>
    <message>
        <source>Most lenders report it to the credit record. There it stays until five years after the loan is paid off; while something is open, those five years have not begun.</source>
        <translation>多数贷方会报送征信。记录保留到还清之日起满五年；没有还清之前，五年还没有开始计算。</translation>
    </message>
    <message>
        <source>Something was late and is paid by now. Where it was reported, it stays on the credit record until five years after the loan is paid off.</source>
        <translation>曾有逾期，现已补上。如已报送征信，记录保留到还清之日起满五年。</translation>
    </message>
    <message>
        <source>Something was late. Where it was reported, it leaves the credit record on {day}, five years after the payoff.</source>
        <translation>曾有逾期。如已报送征信，记录到 {day} 消除（还清之日起满五年）。</translation>
    </message>
    <message>
        <source>These terms give every row you entered: it differs by 0.00.</source>
        <translation>这组条件与你填的每一期都对得上，相差 0.00。</translation>
    </message>
    <message>
        <source>{count} plans give every row you entered, to 0.00.</source>
        <translation>有 {count} 份不同的计划都与你填的各期对得上，相差 0.00。</translation>
    </message>
    <message>
        <source>No way of reckoning comes near these rows. Check the amount, the day and the figures.</source>
        <translation>没有哪种算法接近这些数字。请核对借款金额、放款日和各期的数字。</translation>
    </message>
    <message>
        <source>No way of reckoning gives these rows. The nearest misses by {amount}, on row {number}.</source>
        <translation>没有哪种算法与这些数字全对得上。最接近的一种，在第 {number} 期差 {amount}。</translation>
    </message>
    <message>
        <source>The amounts can be reckoned, but no rule gives these due days. On row {number} the nearest differs.</source>
        <translation>金额算得出来，但没有哪种规则会得出这些还款日。最接近的一种，第 {number} 期的日子不同。</translation>
    </message>
    <message>
        <source>They part at row {number}: enter its day and its interest too, and search again.</source>
        <translation>它们在第 {number} 期就不一样：把这一期的还款日和利息也填上，再查找一次。</translation>
    </message>
    <message>
        <source>They first part at row {number}: enter what your lender shows there, and search again.</source>
        <translation>它们从第 {number} 期起才不一样：照 App 补上这一期，再查找一次。</translation>
    </message>
    <message>
        <source>Perhaps the rate is another one: leave it empty to have it searched. Or check what you typed.</source>
        <translation>也许利率不是这个：空着不填，由余度来找；或者核对一下填的数字。</translation>
    </message>
    <message>
        <source>Check what you typed. The lender may also reckon in a way that Yudu does not know.</source>
        <translation>请核对填的数字。也可能放款方的算法余度还不认识。</translation>
    </message>
    <message>
        <source>Row {number}, {name}: you entered {given}, the plan has {found}</source>
        <translation>第 {number} 期{name}：你填的是 {given}，算出来是 {found}</translation>
    </message>
    <message>
        <source>Row {number}, {name}: you entered {given}, the plan has {found}; it differs by {miss}</source>
        <translation>第 {number} 期{name}：你填的是 {given}，算出来是 {found}，差 {miss}</translation>
    </message>
    <message>
        <source>{rate} · {rest}</source>
        <translation>{rate} · {rest}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>and {count} more ways of saying the same</source>
        <translation>另有 {count} 种等价的说法</translation>
    </message>
    <message>
        <source>no fee</source>
        <translation>无手续费</translation>
    </message>
    <message>
        <source>no interest</source>
        <translation>无利息</translation>
    </message>
    <message>
        <source>{rate} ({days} days)</source>
        <translation>{rate}（一年 {days} 天）</translation>
    </message>
    <message>
        <source>due in one sum</source>
        <translation>到期一次还清</translation>
    </message>
    <message>
        <source>due {days} days after statement day {day}, first on {first}</source>
        <translation>每月 {day} 日出账后第 {days} 天还款，首期 {first}</translation>
    </message>
    <message>
        <source>due on the month&apos;s last day, first on {first}</source>
        <translation>每月最后一天还款，首期 {first}</translation>
    </message>
    <message>
        <source>due on day {day}, first on {first}</source>
        <translation>每月 {day} 日还款，首期 {first}</translation>
    </message>
    <message>
        <source>as entered</source>
        <translation>与填的一致</translation>
    </message>
    <message>
        <source>off by {miss}</source>
        <translation>差 {miss}</translation>
    </message>
    <message>
        <source>another day</source>
        <translation>日子不同</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>yours {figure}</source>
        <translation>你填 {figure}</translation>
    </message>
    <message>
        <source>Plan {number} of {count}: {rate}, {method}</source>
        <translation>计划 {number}/{count}：{rate}，{method}</translation>
    </message>
    <message>
        <source>Plan {number} of {count}</source>
        <translation>计划 {number}/{count}</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>还款计划</translation>
    </message>
    <message>
        <source>interest {accrual}</source>
        <translation>{accrual}</translation>
    </message>
    <message>
        <source>with interest for those days</source>
        <translation>顺延的几天也计息</translation>
    </message>
    <message>
        <source>rounding rest in the first</source>
        <translation>零头放在第一期</translation>
    </message>
    <message>
        <source>rounding rest in the last</source>
        <translation>零头放在最后一期</translation>
    </message>
    <message>
        <source>Interest to the day ({days} days)</source>
        <translation>截至当天的利息（{days} 天）</translation>
    </message>
    <message>
        <source>Interest to the day (1 day)</source>
        <translation>截至当天的利息（1 天）</translation>
    </message>
    <message>
        <source>Principal due by then</source>
        <translation>已到期本金</translation>
    </message>
    <message>
        <source>Interest due by then</source>
        <translation>已到期利息</translation>
    </message>
    <message>
        <source>Fees due by then</source>
        <translation>已到期费用</translation>
    </message>
    <message>
        <source>Penalty so far</source>
        <translation>至今罚息</translation>
    </message>
    <message>
        <source>The card&apos;s statements to come are reckoned by the contract, one after the other, each paid this way on its due day, until nothing is owed. Nothing more is bought.</source>
        <translation>按合同逐期推算以后的账单，每期在到期日按这种方式还款，直到还清；期间不再消费。</translation>
    </message>
    <message>
        <source>Paid in all</source>
        <translation>共还款</translation>
    </message>
    <message>
        <source>Interest, penalties and fees</source>
        <translation>利息、罚息与费用</translation>
    </message>
    <message>
        <source>By the contract: the interest and fees of its plan. Paid: what of the repayments was no principal.</source>
        <translation>按合同：还款计划的利息与费用。实付：还款中不属于本金的部分。</translation>
    </message>
    <message>
        <source>Interest, fees and penalties of {name}</source>
        <translation>{name} 的利息、费用与罚息</translation>
    </message>
    <message>
        <source>By the contract − paid</source>
        <translation>按合同 − 实付</translation>
    </message>
    <message>
        <source>interest {interest} + fees {fees} of all instalments</source>
        <translation>全部各期利息 {interest} ＋ 费用 {fees}</translation>
    </message>
    <message>
        <source>Penalty of instalment {number}</source>
        <translation>第 {number} 期罚息</translation>
    </message>
    <message>
        <source>Penalty less what was paid of it</source>
        <translation>罚息减去已付</translation>
    </message>
    <message>
        <source>To pay {name} off on {day}</source>
        <translation>{day} 还清{name}</translation>
    </message>
    <message>
        <source>What is due by the day, the principal not due yet, and its interest to the day.</source>
        <translation>到这一天应还的部分、尚未到期的本金，以及本金到这一天的利息。</translation>
    </message>
    <message>
        <source>Price of paying early by the contract: {fee}.</source>
        <translation>合同约定的提前还款费用：{fee}。</translation>
    </message>
    <message>
        <source>The whole interest of the period that has begun is asked.</source>
        <translation>已开始的这一期收取整期利息。</translation>
    </message>
    <message>
        <source>While something is late the penalty stands in the place of the interest.</source>
        <translation>逾期期间以罚息代替利息。</translation>
    </message>
    <message>
        <source>The lender&apos;s app has the last word: it may count a day more or less.</source>
        <translation>以放款方 App 为准：可能多算或少算一天。</translation>
    </message>
    <message>
        <source>Interest to the day</source>
        <translation>到这一天的利息</translation>
    </message>
    <message>
        <source>Interest less what was paid of it</source>
        <translation>利息减去已付</translation>
    </message>
    <message>
        <source>due principal {amount}</source>
        <translation>到期本金 {amount}</translation>
    </message>
    <message>
        <source>due interest {amount}</source>
        <translation>到期利息 {amount}</translation>
    </message>
    <message>
        <source>due fees {amount}</source>
        <translation>到期费用 {amount}</translation>
    </message>
    <message>
        <source>price of paying early {amount}</source>
        <translation>提前还款费用 {amount}</translation>
    </message>
    <message>
        <source>Due by the day</source>
        <translation>到期应还</translation>
    </message>
    <message>
        <source>open parts of the instalments due by then</source>
        <translation>到这一天应还各期的未还部分</translation>
    </message>
    <message>
        <source>instalments {first} to {last}</source>
        <translation>第 {first} 至 {last} 期</translation>
    </message>
    <message>
        <source>Principal not due yet</source>
        <translation>未到期本金</translation>
    </message>
    <message>
        <source>of the period that has begun</source>
        <translation>已开始的这一期</translation>
    </message>
    <message>
        <source>The monthly rate i at which all payments, discounted to the day of the drawdown, are worth what was received: fees and what was deducted included, by months, as the contract agrees.</source>
        <translation>月利率 i 使各期还款折算到借款当日，恰好等于实际到手的金额：含费用与预先扣除的部分，按月计，依合同约定。</translation>
    </message>
    <message>
        <source>Simple, nominal</source>
        <translation>单利年化</translation>
    </message>
    <message>
        <source>Compound, effective</source>
        <translation>复利年化</translation>
    </message>
    <message>
        <source>drawn on {day}</source>
        <translation>{day} 借出</translation>
    </message>
    <message>
        <source>{principal} less {deducted} deducted up front</source>
        <translation>{principal} 减去预先扣除的 {deducted}</translation>
    </message>
    <message>
        <source>Yearly cost of {name}, simple / compound</source>
        <translation>{name} 年化成本，单利 / 复利</translation>
    </message>
    <message>
        <source>Payments together {total}</source>
        <translation>还款合计 {total}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>到手金额</translation>
    </message>
    <message>
        <source>of the contract&apos;s plan, as changed since</source>
        <translation>按合同计划，含之后的变更</translation>
    </message>
    <message>
        <source>Number of payments</source>
        <translation>还款次数</translation>
    </message>
    <message>
        <source>The instalments of which anything is still open.</source>
        <translation>还有未还部分的各期。</translation>
    </message>
    <message>
        <source>simple a year; the figure of the chosen loan shows its payments</source>
        <translation>单利年化；选中借款后，点右侧数字可看各期还款</translation>
    </message>
    <message>
        <source>open instalment of {day}</source>
        <translation>{day} 到期的一期</translation>
    </message>
    <message>
        <source>open statement, due {day}</source>
        <translation>{day} 到期的账单</translation>
    </message>
    <message>
        <source>Fees begun or kept</source>
        <translation>已开始或照收的费用</translation>
    </message>
    <message>
        <source>1 instalment before that day counts as paid in time.</source>
        <translation>那天之前的 1 期视为按时还款。</translation>
    </message>
    <message>
        <source>{count} instalments before that day count as paid in time.</source>
        <translation>那天之前的 {count} 期视为按时还款。</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>现计划</translation>
    </message>
    <message>
        <source>Shorter term</source>
        <translation>缩短期限</translation>
    </message>
    <message>
        <source>Lower payment</source>
        <translation>减少月供</translation>
    </message>
    <message>
        <source>today {day}</source>
        <translation>今天 {day}</translation>
    </message>
    <message>
        <source>statement {day}</source>
        <translation>出账 {day}</translation>
    </message>
    <message>
        <source>was due {day}</source>
        <translation>已过还款日 {day}</translation>
    </message>
    <message>
        <source>pay by {day}</source>
        <translation>还款日 {day}</translation>
    </message>
    <message>
        <source>bought today, all paid by {day}: {days} days without interest</source>
        <translation>今天消费，{day} 全额还清：免息 {days} 天</translation>
    </message>
    <message>
        <source>Every instalment and statement that falls due in the month, paid or not. What went on into the next statement counts there.</source>
        <translation>当月到期的各期与账单，不论是否已还。转入下一期账单的部分计入下一期。</translation>
    </message>
    <message>
        <source>Of each what was paid of it, whenever that was.</source>
        <translation>其中各笔已还的部分，不论何时归还。</translation>
    </message>
    <message>
        <source>Of each what is still open.</source>
        <translation>其中各笔尚未还的部分。</translation>
    </message>
    <message>
        <source>What fell due in the month or earlier, before today, and is still open.</source>
        <translation>当月或更早到期、今天之前应还而尚未还的部分。</translation>
    </message>
    <message>
        <source>{amount} is missing by then: see on the overview whether the dues can be paid.</source>
        <translation>到这一天差 {amount}：够不够还，见总览。</translation>
    </message>
    <message>
        <source>To pay on {day}</source>
        <translation>{day}待还</translation>
    </message>
    <message>
        <source>This is not in the book any more.</source>
        <translation>账本里已经没有这一条。</translation>
    </message>
    <message>
        <source>Put into instalments…</source>
        <translation>办理分期…</translation>
    </message>
    <message>
        <source>Card terms…</source>
        <translation>账单规则…</translation>
    </message>
    <message>
        <source>Take the card terms away</source>
        <translation>移除账单规则</translation>
    </message>
    <message>
        <source>Temporary limit…</source>
        <translation>临时额度…</translation>
    </message>
    <message>
        <source>Shared limit…</source>
        <translation>共享额度…</translation>
    </message>
    <message>
        <source>Change the shared limit…</source>
        <translation>更改共享额度…</translation>
    </message>
    <message>
        <source>Delete the shared limit</source>
        <translation>删除共享额度</translation>
    </message>
    <message>
        <source>The terms are taken away; the entries stay. Ctrl+Z brings them back.</source>
        <translation>账单规则已移除，记录保留。Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Pay the instalment off anew to move it, or delete it.</source>
        <translation>要改日期请重新办理结清，或把这条删除。</translation>
    </message>
    <message>
        <source>Only an instalment can be paid off early.</source>
        <translation>只有分期才能提前结清。</translation>
    </message>
    <message>
        <source>It follows from the terms and the entries. Correct those, or state what yours says.</source>
        <translation>这期是按规则和记录算出的。可以更正记录，或按实际账单填写。</translation>
    </message>
    <message>
        <source>The shared limit is deleted; the lines stay. Ctrl+Z brings it back.</source>
        <translation>共享额度已删除，各卡保留。Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Temporary limit of {name}</source>
        <translation>{name}的临时额度</translation>
    </message>
    <message>
        <source>The permanent limit is in it</source>
        <translation>已含固定额度</translation>
    </message>
    <message>
        <source>Shared limit of {name}</source>
        <translation>{name}的共享额度</translation>
    </message>
    <message>
        <source>Cards of one bank often share a limit: what is used of one can be used of none of the others.</source>
        <translation>同一家银行的几张卡常共享一个额度：一张卡用掉的，其他卡就不能再用。</translation>
    </message>
    <message>
        <source>None, its own limit alone</source>
        <translation>不共享，只用自己的额度</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>新建一个</translation>
    </message>
    <message>
        <source>Shared limit</source>
        <translation>共享额度</translation>
    </message>
    <message>
        <source>Limit of all together</source>
        <translation>合计额度</translation>
    </message>
    <message>
        <source>Change the shared limit {name}</source>
        <translation>更改共享额度“{name}”</translation>
    </message>
    <message>
        <source>{name}, statement of {day}</source>
        <translation>{name} {day} 账单</translation>
    </message>
    <message>
        <source>As its issuer states it.</source>
        <translation>以发卡方账单为准。</translation>
    </message>
    <message>
        <source>Reckoned from the terms and what is on record.</source>
        <translation>按账单规则和已有记录算出。</translation>
    </message>
    <message>
        <source>To be paid by {day}</source>
        <translation>{day} 前还</translation>
    </message>
    <message>
        <source>Purchases less their refunds. Repayments, loans paid out, transfers and income never count.</source>
        <translation>消费减去退款。还款、放款、转账与收入从不计入。</translation>
    </message>
    <message>
        <source>A refund lowers its order, in the month and category of that.</source>
        <translation>退款冲减原订单，计入原订单的月份与类别。</translation>
    </message>
    <message>
        <source>Before refunds − refunds</source>
        <translation>退款前 − 退款</translation>
    </message>
    <message>
        <source>Rows of the month that are income or yield. Loans paid out and refunds are none.</source>
        <translation>当月属于收入或收益的各行。放款与退款不是收入。</translation>
    </message>
    <message>
        <source>What was given back of the month&apos;s orders, whenever that was, and refunds of the month whose order is not in the book.</source>
        <translation>当月订单被退回的金额（不论何时退回），以及当月找不到原订单的退款。</translation>
    </message>
    <message>
        <source>It lowers nothing: the order was given back whole, and does not count as spent.</source>
        <translation>不冲减支出：原订单已全额退回，本来就不算支出。</translation>
    </message>
    <message>
        <source>Refunds of orders that never counted</source>
        <translation>不计支出订单的退款</translation>
    </message>
    <message>
        <source>Rows of the month that repay a debt, as the files have them. They are no spending.</source>
        <translation>当月账单文件中的还款，不算支出。</translation>
    </message>
    <message>
        <source>What recorded repayments paid beyond principal, penalties included, and spending of this category.</source>
        <translation>已记还款中本金以外的部分（含罚息），加上这一类别的支出。</translation>
    </message>
    <message>
        <source>The part inside repayments is not in what was spent.</source>
        <translation>还款中的那部分不在支出之内。</translation>
    </message>
    <message>
        <source>Inside repayments + spending</source>
        <translation>还款中的 ＋ 支出中的</translation>
    </message>
    <message>
        <source>The rows in the list that count as spending: purchases less their refunds, less refunds whose order is not in the book.</source>
        <translation>列表中算作支出的各行：消费减去退款，再减去找不到原订单的退款。</translation>
    </message>
    <message>
        <source>Spent in these rows</source>
        <translation>这些行的支出</translation>
    </message>
    <message>
        <source>By category, each after its refunds. The list below the chart has the rows of the month.</source>
        <translation>按类别，均已减退款。图下方的列表是当月各行。</translation>
    </message>
    <message>
        <source>Interest and fees inside repayments stand beside it and are not in what was spent.</source>
        <translation>还款中的利息与费用另列，不在支出之内。</translation>
    </message>
    <message>
        <source>Interest inside repayments</source>
        <translation>还款中的利息</translation>
    </message>
    <message>
        <source>beside it</source>
        <translation>另列</translation>
    </message>
    <message>
        <source>{figure} — explain</source>
        <translation>{figure} — 解释</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{start} to {end}, the last day not counted</source>
        <translation>{start} 至 {end}，末日不计</translation>
    </message>
    <message>
        <source>{count} spans together = {total}</source>
        <translation>{count} 段合计 = {total}</translation>
    </message>
    <message>
        <source>Penalty: charged on the overdue principal.</source>
        <translation>罚息：按逾期本金计收。</translation>
    </message>
    <message>
        <source>Penalty: charged on the overdue principal and interest.</source>
        <translation>罚息：按逾期本金与利息计收。</translation>
    </message>
    <message>
        <source>Penalty: charged on all principal still owed.</source>
        <translation>罚息：按全部剩余本金计收。</translation>
    </message>
    <message>
        <source>Penalty: charged on the overdue principal and, month by month, on the unpaid interest with its penalty.</source>
        <translation>罚息：按逾期本金计收，并按月对未付利息及其罚息计收复利。</translation>
    </message>
    <message>
        <source>The equal instalment repays the balance in {count} periods, each with interest by its own days: r from {low}% to {high}%. Π is over all periods, each part of Σ over those after it.</source>
        <translation>等额月供在 {count} 期内还清余额，每期按实际天数计息：各期利率 r 为 {low}% 至 {high}%。Π 取全部各期，Σ 中每一项取其后各期。</translation>
    </message>
    <message>
        <source>Principal: the equal instalment less the interest, and in the first one what rounding leaves over.</source>
        <translation>本金：等额月供减去利息，首期另含尾差。</translation>
    </message>
    <message>
        <source>Principal: the equal instalment less the interest.</source>
        <translation>本金：等额月供减去利息。</translation>
    </message>
    <message>
        <source>Principal: an even part of what was borrowed.</source>
        <translation>本金：借款本金的均分。</translation>
    </message>
    <message>
        <source>Principal: what the even parts of the other instalments leave over.</source>
        <translation>本金：其他各期均分后余下的部分。</translation>
    </message>
    <message>
        <source>Principal: all that is left, with what rounding left over.</source>
        <translation>本金：剩余的全部，含尾差。</translation>
    </message>
    <message>
        <source>No principal before the end.</source>
        <translation>到期前不还本金。</translation>
    </message>
    <message>
        <source>Principal: what was paid beyond the interest.</source>
        <translation>本金：超出利息的部分。</translation>
    </message>
    <message>
        <source>Principal: as the lender states it.</source>
        <translation>本金：按放款方的数字。</translation>
    </message>
    <message>
        <source>These are the lender&apos;s own figures, as you entered them; nothing is worked out.</source>
        <translation>这是放款方的数字，按你填写的，没有计算。</translation>
    </message>
    <message>
        <source>The loan was paid off on this day: all principal left, and what was paid beyond it is interest and fees.</source>
        <translation>这一天还清了借款：全部剩余本金，超出的部分是利息与费用。</translation>
    </message>
    <message>
        <source>What was paid of this instalment before the loan was paid off.</source>
        <translation>还清之前这一期已还的部分。</translation>
    </message>
    <message>
        <source>A repayment: the interest to its day first, the rest is principal.</source>
        <translation>一笔还款：先抵到当日的利息，其余抵本金。</translation>
    </message>
    <message>
        <source>What is left at the end of the term, with its interest until then.</source>
        <translation>到期时剩余的本金，连同到期为止的利息。</translation>
    </message>
    <message>
        <source>Each span is rounded half-up to the fen.</source>
        <translation>每一段四舍五入到分。</translation>
    </message>
    <message>
        <source>Rounded half-up to the fen, once for the whole period.</source>
        <translation>四舍五入到分，整期只取一次。</translation>
    </message>
    <message>
        <source>What do the columns mean?</source>
        <translation>各列是什么意思？</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>就这样读取</translation>
    </message>
    <message>
        <source>{file} is a table that Yudu does not know. Say once what its columns mean.</source>
        <translation>{file} 是余度不认识的表格。请说明一次各列的含义。</translation>
    </message>
    <message>
        <source>The next file with this header is read in the same way.</source>
        <translation>以后列名相同的文件会同样读取。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Names of columns</source>
        <translation>列名所在行</translation>
    </message>
    <message>
        <source>The file as it is</source>
        <translation>文件原样</translation>
    </message>
    <message>
        <source>As it would be read</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>Say which columns are the day and the amount to see how it would be read.</source>
        <translation>请先指出日期列和金额列，这里就会显示读取结果。</translation>
    </message>
    <message>
        <source>(there are none)</source>
        <translation>（没有列名）</translation>
    </message>
    <message>
        <source>Column {number} ({first})</source>
        <translation>第 {number} 列（{first}）</translation>
    </message>
    <message>
        <source>Not in the book yet: a new loan?</source>
        <translation>账本里还没有这笔借款，要新建吗？</translation>
    </message>
    <message>
        <source>No debt of the book fits</source>
        <translation>账本里没有对得上的债务</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Enter confirms, Delete refuses; Ctrl+Z takes it back</source>
        <translation>回车确认，Delete 否认，Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>可能是</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Not so</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>Which debt it belongs to</source>
        <translation>属于哪笔债务</translation>
    </message>
    <message>
        <source>New loan…</source>
        <translation>新建借款…</translation>
    </message>
    <message>
        <source>Confirm all that is sure</source>
        <translation>全部确认（有把握的）</translation>
    </message>
    <message>
        <source>Confirm all that is sure ({count})</source>
        <translation>确认全部有把握的（{count}）</translation>
    </message>
    <message>
        <source>Choose a debt</source>
        <translation>请选择债务</translation>
    </message>
    <message>
        <source>‹ Imports so far</source>
        <translation>‹ 历次导入</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>哪些行</translation>
    </message>
    <message>
        <source>Ctrl+Z takes a decision back</source>
        <translation>Ctrl+Z 撤销上一个决定</translation>
    </message>
    <message>
        <source>Rows to review</source>
        <translation>待核对的行</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Type it in…</source>
        <translation>补填…</translation>
    </message>
    <message>
        <source>Nothing is left to review here.</source>
        <translation>这里没有需要核对的了。</translation>
    </message>
    <message>
        <source>{key}  {words}</source>
        <translation>{key}  {words}</translation>
    </message>
    <message>
        <source>To review ({count})</source>
        <translation>待核对（{count}）</translation>
    </message>
    <message>
        <source>This import (0)</source>
        <translation>这次导入（0）</translation>
    </message>
    <message>
        <source>In other currencies ({count})</source>
        <translation>外币（{count}）</translation>
    </message>
    <message>
        <source>Its amount and its time are known: say what it is, with the keys 1 to 7.</source>
        <translation>金额和时间都已知：请用数字键 1 到 7 说明它是什么。</translation>
    </message>
    <message>
        <source>Its amount in yuan is not known</source>
        <translation>不知道合多少人民币</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message>
        <source>{count} rows in other currencies are not in the sums</source>
        <translation>{count} 笔外币记录未计入合计</translation>
    </message>
</context>
</TS>
